using System.Globalization;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>A date as official files write it, 20241231.</summary>
internal static class OfficialDate
{
    private const string Format = "yyyyMMdd";

    /// <summary>The date as 2024-12-31; other text stays unchanged, and its column refuses it.</summary>
    public static Cell ToIso(Cell cell) =>
        DateTime.TryParseExact(cell.Text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? cell with { Text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }
            : cell;

    /// <summary>The date as the number 20241231; 0 for an empty cell and for a star, which means the same.</summary>
    /// <returns>False when it is not a date.</returns>
    public static bool TryNumber(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] == '*'))
        {
            return true;
        }

        foreach (var c in text)
        {
            number = (number * 10) + (c - '0');
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        var (year, month, day) = (number / 10000, number / 100 % 100, number % 100);
        return text.Length == Format.Length && year is >= 1900 and <= 9999 && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }
}
