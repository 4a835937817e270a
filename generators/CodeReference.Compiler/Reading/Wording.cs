namespace CodeReference.Compiler.Reading;

/// <summary>
/// Finds the dialect's words in a text: in any case, with any white space between them, with
/// straight or curly quotes. A space in the words matches white space of any kind and length.
/// </summary>
internal static class Wording
{
    /// <summary>Whether a text is those words and nothing else.</summary>
    public static bool IsSame(string text, string words) => EndOf(text, 0, words) == text.Length;

    /// <summary>Where those words end in a text that has them at a place; -1 when it has not.</summary>
    public static int EndOf(string text, int start, string words)
    {
        var end = start;
        foreach (var c in words)
        {
            if (end == text.Length)
            {
                return -1;
            }

            if (c != ' ')
            {
                if (Fold(text[end++]) != Fold(c))
                {
                    return -1;
                }
            }
            else if (!char.IsWhiteSpace(text[end]))
            {
                return -1;
            }
            else
            {
                while (end < text.Length && char.IsWhiteSpace(text[end]))
                {
                    end++;
                }
            }
        }

        return end;
    }

    /// <summary>The first place from a start on that has those words.</summary>
    /// <returns>Its start and its end; both -1 when there is none.</returns>
    public static (int Start, int End) Find(string text, int start, string words)
    {
        // Most of a text is passed over at the speed of the processor: words begin with a letter of ASCII.
        char[] first = [char.ToLowerInvariant(words[0]), char.ToUpperInvariant(words[0])];
        while ((start = text.IndexOfAny(first, start)) >= 0)
        {
            if (EndOf(text, start, words) is >= 0 and var end)
            {
                return (start, end);
            }

            start++;
        }

        return (-1, -1);
    }

    private static char Fold(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u2032' => '\'',
        '\u201C' or '\u201D' or '\u201F' or '\u2033' => '"',
        _ => char.ToUpperInvariant(c),
    };
}
