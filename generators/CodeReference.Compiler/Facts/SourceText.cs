using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeReference.Compiler.Facts;

/// <summary>
/// Reads the cell <i>Source</i> of a reference table: sources with semicolons between them. One that begins with the name
/// of a field is the source of that field: "HCPCS 2025OCT; ended: HCPCS 2026OCT".
/// </summary>
internal static class SourceText
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // As owners of code sets count; see CodeSetEdition for the names of their files.
    private static readonly (Regex Pattern, Func<Match, string> FirstDay)[] Releases =
    [
        (new(@"\b(?<y>20[0-9]{2})[-_ ]?(?<m>jan|apr|jul|oct)", Options), match => Day(Year(match), Array.IndexOf(Months, match.Groups["m"].Value.ToLowerInvariant()) + 1)),
        (new(@"\b(?<y>20[0-9]{2})Q(?<q>[1-4])\b", Options), match => Day(Year(match), (Number(match, "q") * 3) - 2)),
        (new(@"\b(PP)?RRVU(?<y>[0-9]{2})(?<q>[A-D])\b", Options), match => Day(2000 + Year(match), (("ABCD".IndexOf(match.Groups["q"].Value.ToUpperInvariant(), StringComparison.Ordinal) + 1) * 3) - 2)),
        (new(@"\bFY(?<y>20[0-9]{2})\b", Options), match => Day(Year(match) - 1, 10)),
        (new(@"\bNUCC (?<y>[0-9]{2})\.(?<half>[01])\b", Options), match => Day(2000 + Year(match), Number(match, "half") == 0 ? 1 : 7)),
        (new(@"\bPOS (?<y>20[0-9]{2})\b", Options), match => Day(Year(match), 1)),
    ];

    /// <summary>The first day of the release that a row, or one field of it, was taken from; empty when the cell does not tell.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="field">The field, in lower case; empty for the row.</param>
    public static string ReleaseOf(string source, string field = "")
    {
        var sources = source.Split(';').Select(part => part.Trim()).ToList();
        var own = field.Length == 0 ? null : sources.Find(part => part.StartsWith(field + ":", StringComparison.OrdinalIgnoreCase));
        return own is not null ? FirstDayIn(own) : sources.Where(part => part.IndexOf(": ", StringComparison.Ordinal) < 0).Select(FirstDayIn).DefaultIfEmpty("").Max();
    }

    private static string FirstDayIn(string source)
    {
        foreach (var (pattern, firstDay) in Releases)
        {
            if (pattern.Match(source) is { Success: true } match)
            {
                return firstDay(match);
            }
        }

        return "";
    }

    private static int Year(Match match) => Number(match, "y");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Day(int year, int month) => FormattableString.Invariant($"{year:0000}-{month:00}-01");
}
