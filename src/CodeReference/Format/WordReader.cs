using System;

namespace CodeReference.Format;

/// <summary>
/// Splits a text into words, the same for terms of tables, for fields and for narratives: letters and digits in lower
/// case, a decimal number, or one mark that parts clauses or joins numbers. What stands between words, hyphens included,
/// only parts them, so that "V-Y  plasty" and "v y plasty" are the same words. A unit may stand close to its number, "8cm2".
/// Compiled into the library and into the compiler.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>The most bytes that the words of a text take, with a space after each, for each byte of the text in UTF-8.</summary>
    public const int MostBytesPerByte = 2;

    private const char Replacement = '\uFFFD';

    private readonly ReadOnlySpan<char> _text = text;
    private bool _isAfterNumber;

    /// <summary>Where the word begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether the word is a decimal number.</summary>
    public bool IsNumber { get; private set; }

    /// <summary>Reads the next word.</summary>
    /// <param name="word">Where its UTF-8 goes; as long as the rest of the text in UTF-8.</param>
    /// <returns>How many bytes it has; 0 at the end.</returns>
    public int Read(Span<byte> word)
    {
        var isClose = _isAfterNumber;
        _isAfterNumber = IsNumber = false;
        for (Start = End; Start < _text.Length; Start++, isClose = false)
        {
            var c = _text[Start];
            if (IsDigit(c) || (c == '.' && IsDigitAt(Start + 1) && !IsDigitAt(Start - 1)))
            {
                IsNumber = _isAfterNumber = true;
                return ReadNumber(word);
            }

            // "2x3" is two numbers.
            if (c == '\u00D7' || (isClose && (c | 0x20) == 'x' && IsNumberAt(Start + 1)))
            {
                End = Start + 1;
                word[0] = (byte)'x';
                return 1;
            }

            if (IsLetter(c))
            {
                return ReadLetters(word);
            }

            if (MarkOf(c) is var mark and not 0)
            {
                End = Start + 1;
                word[0] = mark;
                return 1;
            }

            // An empty line ends a clause as a full stop does.
            if (c == '\n' && IsEmptyLineAt(Start + 1, out var end))
            {
                End = end;
                word[0] = (byte)'.';
                return 1;
            }
        }

        End = Start;
        return 0;
    }

    /// <summary>Writes the words of a text with one space between them.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="words"><see cref="MostBytesPerByte"/> times as long as the text in UTF-8, and one more.</param>
    /// <returns>How many bytes were written; 0 when the text has no words.</returns>
    public static int ReadAll(ReadOnlySpan<char> text, Span<byte> words)
    {
        var reader = new WordReader(text);
        var length = 0;
        while (reader.Read(words.Slice(length)) is > 0 and var read)
        {
            length += read;
            words[length++] = (byte)' ';
        }

        return Math.Max(0, length - 1);
    }

    private int ReadNumber(Span<byte> word)
    {
        var length = 0;
        End = Start;
        // "1,000" stays one word, which is no number: it may be a thousand or one and nothing.
        while (End < _text.Length && (IsDigit(_text[End]) || (_text[End] is '.' or ',' && IsDigitAt(End + 1))))
        {
            word[length++] = (byte)_text[End++];
        }

        return length;
    }

    private int ReadLetters(Span<byte> word)
    {
        var length = 0;
        for (End = Start; End < _text.Length; End++)
        {
            var c = _text[End];
            if (c < 0x80)
            {
                if (!IsLetter(c) && !IsDigit(c))
                {
                    break;
                }

                word[length++] = (byte)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
            }
            else if (c is '\u00B2' or '\u00B3')
            {
                word[length++] = (byte)('2' + (c - '\u00B2'));
            }
            else if (!IsLetter(c))
            {
                break;
            }
            else
            {
                length += Encode(word.Slice(length));
            }
        }

        return length;
    }

    // As UTF-8 is defined; half a pair is what every encoder makes of it.
    private int Encode(Span<byte> word)
    {
        var c = _text[End];
        var isPair = c is >= '\uD800' and <= '\uDBFF' && End + 1 < _text.Length && _text[End + 1] is >= '\uDC00' and <= '\uDFFF';
        if (isPair)
        {
            var point = 0x10000 + ((c - 0xD800) << 10) + (_text[++End] - 0xDC00);
            word[0] = (byte)(0xF0 | (point >> 18));
            word[1] = (byte)(0x80 | ((point >> 12) & 0x3F));
            word[2] = (byte)(0x80 | ((point >> 6) & 0x3F));
            word[3] = (byte)(0x80 | (point & 0x3F));
            return 4;
        }

        c = c is >= '\uD800' and <= '\uDFFF' ? Replacement : c;
        if (c < 0x800)
        {
            word[0] = (byte)(0xC0 | (c >> 6));
            word[1] = (byte)(0x80 | (c & 0x3F));
            return 2;
        }

        word[0] = (byte)(0xE0 | (c >> 12));
        word[1] = (byte)(0x80 | ((c >> 6) & 0x3F));
        word[2] = (byte)(0x80 | (c & 0x3F));
        return 3;
    }

    private readonly byte MarkOf(char c) => c switch
    {
        '.' or ',' or ';' or ':' or '(' or ')' or '/' or '+' or '&' or '<' or '>' or '^' => (byte)c,
        '\u2264' => (byte)'<',
        '\u2265' => (byte)'>',
        // "2-3" is a range, "z-plasty" are two words.
        '-' or '\u2013' or '\u2014' when IsDigitAt(Start - 1) && IsNumberAt(Start + 1) => (byte)'-',
        _ => 0,
    };

    private readonly bool IsEmptyLineAt(int at, out int end)
    {
        for (end = at; end < _text.Length && _text[end] is ' ' or '\t' or '\r'; end++)
        {
        }

        return end < _text.Length && _text[end] == '\n';
    }

    private readonly bool IsNumberAt(int at) => IsDigitAt(at) || (at < _text.Length && _text[at] == '.' && IsDigitAt(at + 1));

    private readonly bool IsDigitAt(int at) => (uint)at < (uint)_text.Length && IsDigit(_text[at]);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    // Beyond ASCII all are letters but spaces, dashes, quotation marks and marks that are not seen.
    private static bool IsLetter(char c) => c < 0x80
        ? (c | 0x20) is >= 'a' and <= 'z'
        : c is not ((>= '\u0080' and <= '\u00A0') or (>= '\u2000' and <= '\u206F') or '\u2212' or '\u2264' or '\u2265' or '\u3000' or '\u00D7' or '\u00B7' or '\uFEFF');
}
