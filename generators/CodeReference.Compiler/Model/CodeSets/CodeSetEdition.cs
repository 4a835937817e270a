using System.Globalization;
using System.Text.RegularExpressions;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>Finds the edition of an official file in its name and in the lines above its rows; null when neither names it.</summary>
internal delegate CodeSetEdition? EditionFinder(string fileName, IReadOnlyList<Cell> notices);

/// <summary>An edition of a code set.</summary>
/// <param name="Name">As its owner counts: "25.1", "FY2026", "2025 October", "2024Q3".</param>
/// <param name="Effective">Its first day, "2025-10-01"; empty when nothing tells.</param>
/// <param name="Until">Its last day; empty while the owner has named none.</param>
internal sealed record CodeSetEdition(string Name, string Effective, string Until)
{
    private const int FirstNcciYear = 1994;

    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    /// <summary>"nucc_taxonomy_251.csv" is 25.1, of the second half of 2025.</summary>
    public static CodeSetEdition? OfTaxonomy(string fileName, IReadOnlyList<Cell> notices) =>
        Find(fileName, "taxonomy[-_ ]?(?<y>[0-9]{2})[.]?(?<half>[01])(?![0-9])") is { } match
            ? Of(match["y"].Value + "." + match["half"].Value, 2000 + Number(match["y"]), Number(match["half"]) == 0 ? 1 : 7, months: 6)
            : null;

    /// <summary>"icd10cm_order_2026.txt" is fiscal year 2026, from October 2025; a release of April has half of it.</summary>
    public static CodeSetEdition? OfDiagnoses(string fileName, IReadOnlyList<Cell> notices)
    {
        if (Find(fileName, "icd-?10-?cm[-_ ](?:order|codes)[-_ ](?<april>april[-_ ](?:1[-_ ])?)?(?<y>20[0-9]{2})(?<april>[-_ ]april)?") is not { } match)
        {
            return null;
        }

        var year = Number(match["y"]);
        var name = "FY" + match["y"].Value;
        return match["april"].Success ? Of(name + " April", year, 4, months: 6) : Of(name, year - 1, 10, months: 12);
    }

    /// <summary>"HCPC2026_OCT_ANWEB.csv", "modifiers_2025OCT.csv": a quarter's release, by the month it begins with.</summary>
    public static CodeSetEdition? OfRelease(string fileName, IReadOnlyList<Cell> notices) =>
        Find(fileName, "(?<y>20[0-9]{2})[-_ ]?(?<m>jan|apr|jul|oct)") is { } match ? OfMonth(match["y"], match["m"]) : null;

    /// <summary>The first line of a relative value file names its release, and so does the file: "PPRRVU2025_Oct.csv", "PPRRVU25_OCT.txt".</summary>
    public static CodeSetEdition? OfFeeSchedule(string fileName, IReadOnlyList<Cell> notices)
    {
        const string Notice = "(?<y>20[0-9]{2}) National Physician Fee Schedule Relative Value File (?<m>jan|apr|jul|oct)[a-z]* Release";
        return notices.Select(notice => Find(notice.Text, Notice)).FirstOrDefault(match => match is not null) is { } match
            ? OfMonth(match["y"], match["m"])
            : OfRelease(Regex.Replace(fileName, "PPRRVU(?!20)", "20", RegexOptions.IgnoreCase), notices);
    }

    /// <summary>"ccipra-v322r0-f1.txt" is the third quarter of the year 32 years after 1994; "2024Q3" in a name says it outright.</summary>
    public static CodeSetEdition? OfNcciEdits(string fileName, IReadOnlyList<Cell> notices)
    {
        if (Find(fileName, "cci[a-z]*-v(?<v>[0-9]{2})(?<q>[0-3])") is { } version)
        {
            return OfQuarter(FirstNcciYear + Number(version["v"]), Number(version["q"]) + 1);
        }

        return Find(fileName, "(?<y>20[0-9]{2})Q(?<q>[1-4])") is { } quarter ? OfQuarter(Number(quarter["y"]), Number(quarter["q"])) : null;
    }

    /// <summary>"MCR_MUE_PractitionerServices_Eff_07-01-2024.csv" says its first day.</summary>
    public static CodeSetEdition? OfUnlikelyEdits(string fileName, IReadOnlyList<Cell> notices) =>
        Find(fileName, "Eff[-_ ](?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12][0-9]|3[01])-(?<y>20[0-9]{2})") is { } match
            ? OfQuarter(Number(match["y"]), (Number(match["m"]) + 2) / 3) with { Effective = match["y"].Value + "-" + match["m"].Value + "-" + match["d"].Value }
            : OfNcciEdits(fileName, notices);

    /// <summary>"place_of_service_2024.csv" is of 2024; its owner adds codes on any day.</summary>
    public static CodeSetEdition? OfPlacesOfService(string fileName, IReadOnlyList<Cell> notices) =>
        Find(fileName, "(?<![0-9])(?<y>20[0-9]{2})(?![0-9])") is { } match ? new(match["y"].Value, "", "") : null;

    private static CodeSetEdition OfQuarter(int year, int quarter) =>
        Of(FormattableString.Invariant($"{year}Q{quarter}"), year, (quarter * 3) - 2);

    private static CodeSetEdition OfMonth(Group year, Group month)
    {
        var number = Array.FindIndex(Months, name => name.StartsWith(month.Value, StringComparison.OrdinalIgnoreCase)) + 1;
        return Of(year.Value + " " + Months[number - 1], Number(year), number);
    }

    private static CodeSetEdition Of(string name, int year, int month, int months = 0)
    {
        var first = new DateTime(year, month, 1);
        return new(name, Iso(first), months == 0 ? "" : Iso(first.AddMonths(months).AddDays(-1)));
    }

    private static string Iso(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static GroupCollection? Find(string text, string pattern)
    {
        var match = Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        return match.Success ? match.Groups : null;
    }
}
