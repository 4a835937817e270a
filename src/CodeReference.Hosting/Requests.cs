using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CodeReference.Client;
using Wire = CodeReference.V1;

namespace CodeReference.Hosting;

/// <summary>Reads what only messages have: dates, pages, editions, batches. The rest becomes a question of the library, which checks it.</summary>
internal static class Requests
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    /// <summary>The most items of a batch.</summary>
    public const int MaxBatch = 1000;

    public static DateOnly? ServiceDate(Google.Type.Date? date)
    {
        if (date is null)
        {
            return null;
        }

        return IsDay(date.Year, date.Month, date.Day)
            ? new(date.Year, date.Month, date.Day)
            : throw Queries.FieldInvalid("service_date", "Expected a whole date of the calendar: year, month and day.");
    }

    /// <summary>Whether three numbers are a day of the calendar.</summary>
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>The line of a message of a stream; null stands for a message that could not be read.</summary>
    public static Wire.ValidateModifiersRequest Line(Wire.StreamValidateModifiersRequest? request) =>
        request is null ? throw Errors.MessageInvalid() : request.Line ?? throw Queries.FieldInvalid("line", "Required.");

    public static void Batch(string field, int count) => Queries.Limit(field, MaxBatch, count);

    public static SelectionQuery Selection(Wire.SelectCodeRequest request)
    {
        var query = new SelectionQuery
        {
            Technique = request.Technique,
            AnatomicSite = request.AnatomicSite,
            Size = request.Size?.Value,
            Unit = (SizeUnit)(request.Size?.Unit ?? Wire.Unit.Unspecified),
            Wounds = [.. request.Wounds.Select(wound => new Wound(wound.Length, wound.Width))],
            Narrative = request.Narrative,
            MaxCandidates = request.MaxCandidates == 0 ? SelectionQuery.DefaultCandidates : request.MaxCandidates,
        };
        Queries.Selection(query);
        return query;
    }

    public static bool IsFull(Wire.View view)
    {
        Queries.RequireDefined("view", view);
        return view == Wire.View.Full;
    }

    public static void Edition(Edition served, string wanted)
    {
        if (wanted.Length > 0 && wanted != served.Id)
        {
            throw Errors.EditionMismatch(served.Id, wanted);
        }
    }

    public static int PageSize(int size) => size switch
    {
        < 0 => throw Queries.FieldInvalid("page_size", "Expected 0 for the default, or a positive number."),
        0 => DefaultPageSize,
        _ => Math.Min(size, MaxPageSize),
    };

    /// <summary>A token for the page of a list that starts at an item.</summary>
    public static string PageToken(Edition edition, string list, int start) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{edition.Id}:{list}:{start}")));

    /// <summary>The item that a page starts at.</summary>
    public static int PageStart(Edition served, string list, string token, int count)
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

        Edition(served, parts[0]);
        return start > 0 && start < count ? start : throw Errors.PageTokenInvalid();
    }
}
