namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>Gives texts that come again and again one string each.</summary>
internal sealed class TextInterner
{
    private readonly Dictionary<int, string> _texts = [];
    private string _last = "";

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.SequenceEqual(_last.AsSpan()))
        {
            return _last;
        }

        var hash = text.Length;
        foreach (var c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        // Of two texts with one hash the second is a string each time it comes, which is still right.
        if (!_texts.TryGetValue(hash, out var known))
        {
            _texts.Add(hash, known = text.ToString());
        }

        return _last = text.SequenceEqual(known.AsSpan()) ? known : text.ToString();
    }
}
