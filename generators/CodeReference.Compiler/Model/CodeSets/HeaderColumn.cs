namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>A column of an official file, known by its caption wherever it stands.</summary>
/// <param name="Captions">What releases call it, any of them: the whole caption, or words of it.</param>
internal sealed record HeaderColumn(params string[] Captions)
{
    /// <summary>Whether a file without it can be read.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Where the column stands in a header; -1 when it is not there.</summary>
    /// <param name="header">Captions in their normal form.</param>
    public int FindIn(IReadOnlyList<string> header)
    {
        foreach (var caption in Captions)
        {
            var whole = IndexOf(header, text => string.Equals(text, caption, StringComparison.OrdinalIgnoreCase));
            var index = whole >= 0 ? whole : IndexOf(header, text => HasWords(text, caption));
            if (index >= 0)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>A caption with single spaces for what parts its words, line endings and underscores included.</summary>
    public static string Normalize(string caption) =>
        string.Join(" ", caption.Split([' ', '\t', '\r', '\n', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)).Replace(" /", "/").Replace("/ ", "/");

    private static int IndexOf(IReadOnlyList<string> header, Func<string, bool> isIt)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (isIt(header[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // "NON-FACILITY TOTAL" has not the words "FACILITY TOTAL".
    private static bool HasWords(string text, string words) => (" " + text + " ").IndexOf(" " + words + " ", StringComparison.OrdinalIgnoreCase) >= 0;
}
