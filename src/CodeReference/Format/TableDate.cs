using System.Globalization;

namespace CodeReference.Format;

/// <summary>Dates as tables have them: texts like "2025-10-01" in cells, and numbers like 20251001.</summary>
internal static class TableDate
{
    /// <summary>The date of a cell; null when it has none.</summary>
    public static DateOnly? Of(BookText text) =>
        DateOnly.TryParseExact(text.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The date of a number; null for 0.</summary>
    public static DateOnly? Of(uint number) => number == 0 ? null : new((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100));

    /// <summary>The number of a date.</summary>
    public static uint NumberOf(DateOnly date) => (uint)((date.Year * 10_000) + (date.Month * 100) + date.Day);
}
