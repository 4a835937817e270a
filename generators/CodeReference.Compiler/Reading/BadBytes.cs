namespace CodeReference.Compiler.Reading;

/// <summary>Where the bytes of a file first are no text of its encoding.</summary>
/// <param name="Encoding">What they should have been: "UTF-8".</param>
/// <param name="Offset">The offset in the file, in bytes from 0.</param>
/// <param name="Span">Where the text has what was guessed for them.</param>
internal sealed record BadBytes(string Encoding, int Offset, SourceSpan Span)
{
    /// <summary>Bad bytes that stand in a text at a certain index.</summary>
    public static BadBytes At(string encoding, int offset, string text, int index)
    {
        var line = TextLine.At(text, index);
        return new(encoding, offset, new(index, 1, line.Number, index - line.Start + 1));
    }
}
