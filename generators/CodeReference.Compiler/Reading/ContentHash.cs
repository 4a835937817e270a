using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodeReference.Compiler.Reading;

/// <summary>SHA-256 over the lines of a text, in hexadecimal: the same for every kind of line ending and for any white space around a line. No line is copied.</summary>
internal static class ContentHash
{
    private const int LargestBuffer = 1 << 16;
    private const int MaxBytesPerUnit = 3;

    public static string Of(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // A page is far shorter than the largest buffer.
        var size = (int)Math.Min(LargestBuffer, ((long)text.Length + 2) * MaxBytesPerUnit);
        var buffer = new byte[size];
        var used = 0;
        foreach (var line in TextLine.Of(text))
        {
            var (start, end) = (line.Start, line.Start + line.Length);
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            while (start < end)
            {
                var count = Math.Min(end - start, (size / MaxBytesPerUnit) - 1);
                // Two units that are one character stay together.
                count -= start + count < end && count > 1 && char.IsHighSurrogate(text[start + count - 1]) ? 1 : 0;
                Reserve(count * MaxBytesPerUnit);
                used += Encoding.UTF8.GetBytes(text, start, count, buffer, used);
                start += count;
            }

            Reserve(1);
            buffer[used++] = (byte)'\n';
        }

        hash.AppendData(buffer, 0, used);
        return string.Concat(hash.GetHashAndReset().Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));

        void Reserve(int bytes)
        {
            if (used + bytes > size)
            {
                hash.AppendData(buffer, 0, used);
                used = 0;
            }
        }
    }
}
