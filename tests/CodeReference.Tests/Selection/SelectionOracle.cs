using System.Globalization;

namespace CodeReference.Tests;

/// <summary>
/// Code selection once more, the plain way: tables as text, names in sets, numbers in decimals. No bits, no ranks, no
/// shortcuts; what the compiled selector is compared with.
/// </summary>
internal static class SelectionOracle
{
    private static readonly SourceRow[] Rows = SourceRow.ReadTable("code-selection");
    private static readonly SourceRow[] Groups = SourceRow.ReadTable("site-groups");
    private static readonly SourceRow[] Techniques = SourceRow.ReadTable("techniques");
    private static readonly SourceRow[] Sites = SourceRow.ReadTable("anatomic-sites");

    private static readonly string[] Matches = ["Full", "Partial", "None"];
    private static readonly string[] Criteria = ["Technique", "Site", "Size"];

    /// <summary>Every spelling of a technique.</summary>
    public static string[] TechniqueTerms { get; } = [.. Techniques.SelectMany(row => row.List("Terms", ';'))];

    /// <summary>Every spelling of a site.</summary>
    public static string[] SiteTerms { get; } = [.. Sites.SelectMany(row => row.List("Terms", ';'))];

    public static string Answer(SelectionQuery query)
    {
        var technique = Meanings(Techniques, "Techniques", query.Technique);
        var site = Meanings(Sites, "Sites", query.AnatomicSite);
        var (length, area, differs) = SizesOf(query);
        var judged = Rows.Where(row => row["Add-on To"].Length == 0)
            .Select(row => (Row: row, Outcomes: new[] { OfTechnique(row, technique), OfSite(row, site), OfSize(row, technique, length, area, differs) }))
            .ToList();
        var fitting = judged.Where(one => !one.Outcomes.Contains("NotMet")).ToList();
        if (fitting.Count == 0)
        {
            var near = judged.Where(one => one.Outcomes.Count(outcome => outcome == "NotMet") == 1).ToList();
            fitting = [.. near.Where(one => Met(one.Outcomes) == near.Max(other => Met(other.Outcomes)))];
        }

        var ranked = fitting
            .OrderBy(one => Array.IndexOf(Matches, MatchOf(one.Outcomes)))
            .ThenByDescending(one => Met(one.Outcomes))
            .ThenBy(one => one.Row["Procedure"], StringComparer.Ordinal)
            .ToList();
        var full = ranked.Where(one => MatchOf(one.Outcomes) == "Full").ToList();
        var partial = ranked.Where(one => MatchOf(one.Outcomes) == "Partial").ToList();
        var needed = Criteria.Where((_, i) => full.Count != 1 && partial.Exists(one => one.Outcomes[i] == "NotGiven")).ToList();
        var findings = FindingsOf(query, [.. ranked.Select(one => (one.Row, one.Outcomes))], technique, site, (length, area, differs), full.Count > 0, needed.Contains("Site"));
        return TextOf(
            ranked.Take(query.MaxCandidates).Select(one => $"{one.Row["Procedure"]} {MatchOf(one.Outcomes)} {string.Join('/', one.Outcomes)} {AddOnOf(one.Row, one.Outcomes[2], length, area)}"),
            full.Count == 1 ? full[0].Row["Procedure"] : "",
            needed,
            findings);
    }

    public static string Answer(CodeSelection selection) => TextOf(
        selection.Candidates.Select(candidate =>
            $"{candidate.Procedure} {candidate.Match} {string.Join('/', candidate.Criteria.Select(result => result.Outcome))} {string.Join(' ', candidate.AddOns.Select(addOn => $"{addOn.Procedure}x{addOn.Units}"))}"),
        selection.Recommended.ToString(),
        selection.Needed.Select(criterion => criterion.ToString()),
        selection.Findings.Select(finding => finding.Rule));

    private static string TextOf(IEnumerable<string> candidates, string recommended, IEnumerable<string> needed, IEnumerable<string> findings) =>
        $"{recommended}; needed {string.Join(' ', needed)}; said {string.Join(' ', findings)}; {string.Join(", ", candidates)}";

    private static string[] Meanings(SourceRow[] table, string column, string term) =>
        table.FirstOrDefault(row => row.List("Terms", ';').Contains(term.Trim().ToLowerInvariant()))?.List(column, ';') ?? [];

    private static (decimal Length, decimal Area, string Differs) SizesOf(SelectionQuery query)
    {
        var length = query.Wounds.Sum(wound => (decimal)wound.Length);
        var area = query.Wounds.All(wound => wound.Width > 0) ? query.Wounds.Sum(wound => (decimal)wound.Length * (decimal)wound.Width) : 0;
        if (query.Size is not { } size)
        {
            return (length, area, "");
        }

        var isLength = query.Unit == SizeUnit.Centimeter;
        var other = isLength ? length : area;
        return other != 0 && other != (decimal)size ? (isLength ? 0 : length, isLength ? area : 0, isLength ? "cm" : "sq cm")
            : isLength ? ((decimal)size, area, "")
            : (length, (decimal)size, "");
    }

    private static string OfTechnique(SourceRow row, string[] given) =>
        given.Length == 0 ? "NotGiven" : !given.Contains(row["Technique"]) ? "NotMet" : given.Length == 1 ? "Met" : "NotGiven";

    private static string OfSite(SourceRow row, string[] given)
    {
        var sites = Groups.Single(group => group["Technique"] == row["Technique"] && group["Site Group"] == row["Site Group"]).List("Sites", ';');
        return sites.Contains("any") ? "Met"
            : given.Length == 0 ? "NotGiven"
            : given.All(sites.Contains) ? "Met"
            : given.Any(sites.Contains) ? "NotGiven"
            : "NotMet";
    }

    private static string OfSize(SourceRow row, string[] technique, decimal length, decimal area, string differs)
    {
        if (row["Unit"].Length == 0)
        {
            return "NotStated";
        }

        var size = row["Unit"] == "cm" ? length : area;
        if (size == 0)
        {
            return IsInOtherUnit(row, length, area, differs) && OfTechnique(row, technique) == "NotGiven" ? "NotMet" : "NotGiven";
        }

        var isContinued = Rows.Any(other => other["Add-on To"] == row["Procedure"]);
        return size > Number(row["Above"]) && (row["Up To"].Length == 0 || isContinued || size <= Number(row["Up To"])) ? "Met" : "NotMet";
    }

    private static bool IsInOtherUnit(SourceRow row, decimal length, decimal area, string differs) =>
        row["Unit"] == "cm" ? length == 0 && differs != "cm" && area > 0 : area == 0 && differs != "sq cm" && length > 0;

    private static IEnumerable<string> FindingsOf(
        SelectionQuery query, (SourceRow Row, string[] Outcomes)[] ranked, string[] technique, string[] site, (decimal Length, decimal Area, string Differs) size, bool isDecided, bool needsSite)
    {
        var sized = ranked.Where(one => one.Row["Unit"].Length > 0 && one.Outcomes[0] != "NotMet").ToList();
        if (sized.Exists(one => one.Outcomes[2] == "Met" && Number(one.Row["Above"]) > 0 && SizeOf(one.Row) < Number(one.Row["Above"]) + 0.1m))
        {
            yield return "SIZ-01";
        }

        if (sized.Exists(one => one.Outcomes[2] != "Met" && IsInOtherUnit(one.Row, size.Length, size.Area, size.Differs)))
        {
            yield return "SIZ-02";
        }

        var smallest = Rows.Where(row => row["Unit"].Length > 0 && row["Add-on To"].Length == 0 && OfTechnique(row, technique) == "Met" && OfSite(row, site) != "NotMet").MinBy(row => Number(row["Above"]));
        if (!isDecided && smallest is not null && SizeOf(smallest) > 0 && SizeOf(smallest) <= Number(smallest["Above"]))
        {
            yield return "SIZ-03";
        }

        if (needsSite && Sites.Any(row => row["Standing"] == "between" && row.List("Terms", ';').Contains(query.AnatomicSite.Trim().ToLowerInvariant())))
        {
            yield return "SIT-01";
        }

        if (size.Differs.Length > 0 && sized.Exists(one => one.Row["Unit"] == size.Differs))
        {
            yield return "NAR-02";
        }

        decimal SizeOf(SourceRow row) => row["Unit"] == "cm" ? size.Length : size.Area;
    }

    private static string AddOnOf(SourceRow row, string outcome, decimal length, decimal area)
    {
        var size = row["Unit"] == "cm" ? length : area;
        return Rows.FirstOrDefault(other => other["Add-on To"] == row["Procedure"]) is { } addOn && outcome == "Met" && size > Number(addOn["Above"])
            ? $"{addOn["Procedure"]}x{decimal.Ceiling((size - Number(addOn["Above"])) / Number(addOn["Each Additional"]))}"
            : "";
    }

    private static int Met(string[] outcomes) => outcomes.Count(outcome => outcome == "Met");

    private static string MatchOf(string[] outcomes) => outcomes.Contains("NotMet") ? "None" : outcomes.Contains("NotGiven") ? "Partial" : "Full";

    private static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
}
