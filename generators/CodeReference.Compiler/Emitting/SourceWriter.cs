using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeReference.Compiler.Emitting;

/// <summary>Writes C#: lines, braces and indentation. Always line feeds, never the machine's own.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    public SourceWriter Open(string line)
    {
        Line(line).Line("{");
        _depth++;
        return this;
    }

    public SourceWriter Close(string end = "}")
    {
        _depth--;
        return Line(end);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Lines that stand as they are, without indentation.</summary>
    public SourceWriter Lines(string lines)
    {
        _text.Append(lines).Append('\n');
        return this;
    }

    /// <summary>Texts as a raw literal, each on a separate line that ends with a line feed.</summary>
    /// <returns>Null when a text has a character that cannot be seen or that would end the line.</returns>
    public static string? TryRawLiteral(IEnumerable<string> texts)
    {
        var lines = new StringBuilder();
        var quotes = 2;
        foreach (var text in texts)
        {
            var run = 0;
            foreach (var c in text)
            {
                run = c == '"' ? run + 1 : 0;
                quotes = Math.Max(quotes, run);
                if (!IsPlain(c))
                {
                    return null;
                }
            }

            lines.Append(text).Append('\n');
        }

        var delimiter = new string('"', quotes + 1);
        return delimiter + "\n" + lines + "\n" + delimiter;
    }

    /// <summary>A text as a comment may hold it: printable ASCII.</summary>
    public static string Comment(string text) => new([.. text.Select(c => c is >= ' ' and <= '~' ? c : '?')]);

    /// <summary>A text as XML documentation may hold it.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '&' => xml.Append("&amp;"),
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => xml.Append('?'),
                _ => xml.Append(c),
            };
        }

        return xml.ToString();
    }

    /// <summary>A text as the inside of a string literal: printable ASCII, all else escaped.</summary>
    public static string Literal(string text)
    {
        // UTF-8 has no half of a surrogate pair: what is written is what the text pool has counted, a replacement character.
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var literal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                >= ' ' and <= '~' => literal.Append(c),
                _ => literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return literal.ToString();
    }

    /// <summary>A name as a namespace, each part an identifier: "My-App.3d.event" is "My_App._3d.@event".</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(Identifier));

    /// <summary>A name as an identifier.</summary>
    public static string Identifier(string part)
    {
        // A project may have escaped it.
        var identifier = new string([.. part.TrimStart('@').Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_')]);
        if (identifier.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(identifier[0]))
        {
            return "_" + identifier;
        }

        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
    }

    // Halves of pairs too are not plain: one alone has no UTF-8, and two are rare enough to be escaped.
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => true,
    };
}
