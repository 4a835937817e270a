using System.Globalization;
using System.Text;

namespace CodeReference.Compiler.Reading;

/// <summary>Describes characters that are invisible or look like others.</summary>
internal static class CodePoints
{
    private const string LookAlikes =
        "\u0410A\u0412B\u0415E\u0417Z\u0405S\u0406I\u0408J\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0425X\u04AEY\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0455s\u0456i\u0458j"
        + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X\u03BFo\u03BDv\u2212-";

    /// <summary>The code point at a place: that of a whole pair, or of half of one that stands alone.</summary>
    public static int At(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];

    /// <summary>A code point by its number, and by name or by what it looks like where that helps: "U+200B ZERO WIDTH SPACE".</summary>
    public static string Describe(int codePoint)
    {
        var name = NameOf(codePoint);
        var like = LookAlikeOf(codePoint);
        return "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture)
            + (name.Length > 0 ? " " + name : like != '\0' ? FormattableString.Invariant($" (looks like {like})") : "");
    }

    /// <summary>Whether a character misleads readers: controls, line separators, direction controls, replacements for lost text.</summary>
    public static bool IsOdd(int codePoint) => codePoint switch
    {
        '\t' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0x061C or 0x200E or 0x200F or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or 0xFFFD or 0xFFFE or 0xFFFF => true,
        (>= 0xD800 and <= 0xDFFF) or (>= 0xE0000 and <= 0xE007F) => true,
        _ => false,
    };

    /// <summary>A text as a message may hold it: on one line, of bounded length, with what cannot be seen by its number.</summary>
    public static string Show(string text)
    {
        var length = Math.Min(text.Length, Limits.QuoteLength);
        var shown = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            var codePoint = At(text, i);
            if (IsOdd(codePoint) || IsZeroWidth(codePoint))
            {
                shown.Append("<U+").Append(codePoint.ToString("X4", CultureInfo.InvariantCulture)).Append('>');
            }
            else
            {
                shown.Append(text, i, codePoint > char.MaxValue ? 2 : 1);
            }

            i += codePoint > char.MaxValue ? 1 : 0;
        }

        return length < text.Length ? shown.Append('…').ToString() : shown.ToString();
    }

    private static bool IsZeroWidth(int codePoint) => codePoint is 0x00AD or 0x180E or (>= 0x200B and <= 0x200D) or (>= 0x2060 and <= 0x2064);

    private static char LookAlikeOf(int codePoint)
    {
        if (codePoint is >= 0xFF01 and <= 0xFF5E)
        {
            return (char)(codePoint - 0xFEE0);
        }

        for (var i = 0; i < LookAlikes.Length; i += 2)
        {
            if (LookAlikes[i] == codePoint)
            {
                return LookAlikes[i + 1];
            }
        }

        return '\0';
    }

    private static string NameOf(int codePoint) => codePoint switch
    {
        0x00 => "NULL",
        0x08 => "BACKSPACE",
        0x09 => "TABULATION",
        0x0B => "LINE TABULATION",
        0x0C => "FORM FEED",
        0x1B => "ESCAPE",
        0x7F => "DELETE",
        0x85 => "NEXT LINE",
        0xA0 => "NO-BREAK SPACE",
        0xAD => "SOFT HYPHEN",
        0x061C => "ARABIC LETTER MARK",
        0x2007 => "FIGURE SPACE",
        0x200B => "ZERO WIDTH SPACE",
        0x200C => "ZERO WIDTH NON-JOINER",
        0x200D => "ZERO WIDTH JOINER",
        0x200E => "LEFT-TO-RIGHT MARK",
        0x200F => "RIGHT-TO-LEFT MARK",
        0x2028 => "LINE SEPARATOR",
        0x2029 => "PARAGRAPH SEPARATOR",
        0x202A => "LEFT-TO-RIGHT EMBEDDING",
        0x202B => "RIGHT-TO-LEFT EMBEDDING",
        0x202C => "POP DIRECTIONAL FORMATTING",
        0x202D => "LEFT-TO-RIGHT OVERRIDE",
        0x202E => "RIGHT-TO-LEFT OVERRIDE",
        0x202F => "NARROW NO-BREAK SPACE",
        0x2060 => "WORD JOINER",
        0x2066 => "LEFT-TO-RIGHT ISOLATE",
        0x2067 => "RIGHT-TO-LEFT ISOLATE",
        0x2068 => "FIRST STRONG ISOLATE",
        0x2069 => "POP DIRECTIONAL ISOLATE",
        0x3000 => "IDEOGRAPHIC SPACE",
        0xFEFF => "BYTE ORDER MARK",
        0xFFFD => "REPLACEMENT CHARACTER",
        >= 0xD800 and <= 0xDFFF => "HALF OF A SURROGATE PAIR",
        < 0x20 or (>= 0x80 and <= 0x9F) => "CONTROL CHARACTER",
        _ => "",
    };
}
