using System.Security.Cryptography;
using System.Text;
using CodeReference.Compiler.Reading;
using Microsoft.CodeAnalysis.Text;

namespace CodeReference.Compiler;

/// <summary>
/// Finds the bytes behind a text that a build has already decoded, and whether they are what they should be. A build that
/// meets bytes that are not UTF-8 decodes them again and says nothing: on Windows by the machine's code page, which gives
/// them back when the text is encoded again; elsewhere with U+FFFD in their place, and only the file's checksum tells.
/// </summary>
internal static class SourceBytes
{
    private const char Replacement = '\uFFFD';

    public static (string Text, BadBytes? Bad) Decode(SourceText source)
    {
        var text = source.ToString();
        if (source.Encoding is not { } encoding)
        {
            return (text, null);
        }

        if (encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding)
        {
            var index = text.IndexOf(Replacement);
            return index < 0 || IsAsChecksummed(source, text, encoding)
                ? (text, null)
                : (text, BadBytes.At(encoding.WebName.ToUpperInvariant(), encoding.GetPreamble().Length + encoding.GetByteCount(text.Substring(0, index)), text, index));
        }

        var bytes = encoding.GetBytes(text);
        var bad = Utf8.IndexOfBad(bytes);
        return bad < 0
            ? (Encoding.UTF8.GetString(bytes), null)
            : (text, BadBytes.At("UTF-8", bad, text, encoding.GetCharCount(bytes, 0, bad)));
    }

    private static bool IsAsChecksummed(SourceText source, string text, Encoding encoding)
    {
#pragma warning disable CA5350 // The checksum that the build has chosen; nothing is protected by it.
        using HashAlgorithm hash = source.ChecksumAlgorithm == SourceHashAlgorithm.Sha1 ? SHA1.Create() : SHA256.Create();
#pragma warning restore CA5350
        var bytes = encoding.GetBytes(text);
        var expected = source.GetChecksum();
        return expected.SequenceEqual(hash.ComputeHash(bytes)) || expected.SequenceEqual(hash.ComputeHash([.. encoding.GetPreamble(), .. bytes]));
    }
}
