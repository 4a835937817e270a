using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CodeReference.Client;

namespace CodeReference.Hosting;

/// <summary>Pages of a list, and the tokens that lead from one to the next.</summary>
internal static class Paging
{
    private const int DefaultSize = 100;
    private const int MaxSize = 1000;

    public static int Size(int size) => size switch
    {
        < 0 => throw RequestValidation.FieldInvalid("page_size", $"{size} is negative; expected 0 for the default, or a positive number."),
        0 => DefaultSize,
        _ => Math.Min(size, MaxSize),
    };

    /// <summary>A token for the page of a list that starts at an item.</summary>
    public static string Token(Edition edition, string list, int start) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{edition.Id}:{list}:{start}")));

    /// <summary>The item that a page starts at.</summary>
    public static int Start(Edition served, string list, string token, int count)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[64];
        if (token.Length > 64 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length))
        {
            throw Errors.PageTokenInvalid();
        }

        var parts = Encoding.UTF8.GetString(bytes[..length]).Split(':');
        if (parts.Length != 3 || parts[1] != list || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            throw Errors.PageTokenInvalid();
        }

        RequestValidation.Edition(served, parts[0]);
        return start > 0 && start < count ? start : throw Errors.PageTokenInvalid();
    }
}
