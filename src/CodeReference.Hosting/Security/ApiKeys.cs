using System.Security.Cryptography;
using System.Text;

namespace CodeReference.Hosting;

/// <summary>
/// Keys of callers, of which only the SHA-256 is kept: a key is random and long, so nothing slower is gained by. A key is
/// compared with every hash, in the same time whether one fits or none.
/// </summary>
internal sealed class ApiKeys
{
    private const int MaxKeyLength = 512;

    private readonly (string Name, byte[] Hash)[] _keys;

    private ApiKeys((string Name, byte[] Hash)[] keys) => _keys = keys;

    /// <summary>Reads a file of lines "name hash", the hash in 64 hexadecimal digits; empty lines and lines that begin with "#" are skipped.</summary>
    /// <exception cref="FormatException">A line has another form.</exception>
    public static ApiKeys Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var keys = new List<(string, byte[])>();
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0][0] == '#')
            {
                continue;
            }

            if (words.Length != 2 || words[1].Length != 2 * SHA256.HashSizeInBytes || !words[1].All(char.IsAsciiHexDigit))
            {
                throw new FormatException($"Line {i + 1} is not a name and 64 hexadecimal digits");
            }

            keys.Add((words[0], Convert.FromHexString(words[1])));
        }

        return new([.. keys]);
    }

    /// <summary>The name of the caller who has this key; null for an unknown key.</summary>
    public string? Find(string key)
    {
        if (key.Length is 0 or > MaxKeyLength)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        string? found = null;
        foreach (var (name, expected) in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, expected) ? name : found;
        }

        return found;
    }
}
