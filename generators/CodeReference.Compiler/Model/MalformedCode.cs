using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model;

/// <summary>Says what is wrong with the text of a code: a character that only looks right, or the shape.</summary>
internal static class MalformedCode
{
    /// <summary>What is wrong with a text that its column does not accept as a code.</summary>
    public static Diagnostic At(string path, SourceSpan span, Column column, string text) =>
        TryCharacter(path, span, column, text)
        ?? Diagnostic.At(Diagnostics.MalformedCode, path, span, column.Header, text, column.Expected);

    /// <summary>The first character of the text that no code has and that may not look so.</summary>
    /// <returns>Null when all of them are printable ASCII, or white space between codes.</returns>
    public static Diagnostic? TryCharacter(string path, SourceSpan span, Column column, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and < '\u007F' || (column.IsList && char.IsWhiteSpace(text[i])))
            {
                continue;
            }

            var codePoint = CodePoints.At(text, i);
            var character = new SourceSpan(span.Start + i, codePoint > char.MaxValue ? 2 : 1, span.Line, span.Column + i);
            return Diagnostic.At(Diagnostics.CharacterInCode, path, character, column.Header, text, CodePoints.Describe(codePoint), column.Expected);
        }

        return null;
    }
}
