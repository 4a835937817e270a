using System;

namespace CodeReference.Format;

/// <summary>
/// The form in which terms are compared: ASCII letters in lower case, every run of white space one space, none around.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class Term
{
    /// <summary>The longest term, in bytes of UTF-8; a longer text is no term.</summary>
    public const int MaxLength = 128;

    /// <summary>Writes the normal form of a text.</summary>
    /// <param name="text">Any UTF-8.</param>
    /// <param name="normal">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The number of bytes written; 0 when the text is empty or too long.</returns>
    public static int Normalize(ReadOnlySpan<byte> text, Span<byte> normal)
    {
        var length = 0;
        var space = false;
        foreach (var value in text)
        {
            if (value is (byte)' ' or (>= 9 and <= 13))
            {
                space = length > 0;
                continue;
            }

            if (length + (space ? 2 : 1) > MaxLength)
            {
                return 0;
            }

            if (space)
            {
                normal[length++] = (byte)' ';
                space = false;
            }

            normal[length++] = value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;
        }

        return length;
    }
}
