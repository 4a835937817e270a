using System.Globalization;
using System.Text;

namespace CodeReference.Benchmarks.National;

/// <summary>
/// Writes publications in the dialect, as many as a country has, each with the oddities of real ones: pipes that come and
/// go, adjoining tables, bullets in two forms, typographic quotes and dashes, other line endings. The same seed gives the
/// same pages. What they say means nothing; of the shape of a page, 7.5 KB and 30 rows, they are true.
/// </summary>
/// <param name="diagnoses">Diagnoses to name, each with what it is called.</param>
/// <param name="taxonomies">Taxonomies to name, each with what it is called.</param>
internal sealed class Synthesizer(IReadOnlyList<(string Code, string Title)> diagnoses, IReadOnlyList<(string Code, string Title)> taxonomies)
{
    private const int Seed = 14020;

    private static readonly string[] Words =
    [
        "repair", "closure", "excision", "incision", "drainage", "transfer", "revision", "removal", "insertion", "replacement", "biopsy",
        "endoscopy", "fusion", "graft", "release", "ablation", "imaging", "injection", "infusion", "therapy", "evaluation", "measurement",
        "upper", "lower", "left", "right", "anterior", "posterior", "proximal", "distal", "superficial", "deep", "open", "closed", "partial",
        "complete", "single", "multiple", "initial", "subsequent", "simple", "intermediate", "complex", "limited", "extended", "bilateral",
        "skin", "muscle", "tendon", "bone", "joint", "nerve", "artery", "vein", "kidney", "bladder", "liver", "lung", "heart", "stomach",
        "intestine", "colon", "eye", "ear", "nose", "throat", "hand", "foot", "knee", "hip", "shoulder", "elbow", "wrist", "ankle", "spine",
        "patient", "surgeon", "visit", "record", "claim", "payer", "policy", "facility", "office", "hospital", "session", "report",
        "documented", "performed", "required", "reported", "measured", "reviewed", "separate", "distinct", "related", "planned", "staged",
        "when", "while", "after", "before", "during", "because", "unless", "with", "without", "for", "of", "and", "or", "the", "a", "in", "on",
        "patient’s", "surgeon’s", "—", "≤", "service", "procedure", "defect", "wound", "lesion", "fracture", "infection", "tumor", "therapy",
    ];

    private static readonly (string Code, string Title)[] Modifiers =
    [
        .. new[]
        {
            "22", "24", "25", "26", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "62", "66", "76", "77", "78", "79", "80", "82",
            "AS", "E1", "F1", "FA", "GA", "GC", "GY", "GZ", "KX", "LT", "RT", "QK", "QX", "T1", "TA", "TC", "XE", "XP", "XS", "XU",
        }.Select(code => (code, "")),
    ];

    private Random _random = new(Seed);
    private readonly StringBuilder _page = new();

    /// <summary>Writes pages to a folder, named after their procedures.</summary>
    /// <param name="count">How many.</param>
    /// <param name="folder">An empty folder.</param>
    /// <returns>How many rows they hold, and how many bytes.</returns>
    public (int Rows, long Bytes) Write(int count, string folder)
    {
        Directory.CreateDirectory(folder);
        _random = new(Seed);
        var procedures = Procedures(count);
        var rows = 0;
        var bytes = 0L;
        foreach (var (procedure, _) in procedures)
        {
            rows += WritePage(procedure, procedures);
            var lineEnding = _random.Next(10) == 0 ? "\r\n" : "\n";
            var page = Encoding.UTF8.GetBytes(_page.ToString().TrimEnd('\n').Replace("\n", lineEnding, StringComparison.Ordinal));
            File.WriteAllBytes(Path.Combine(folder, $"cpt-{procedure}.txt"), page);
            bytes += page.Length;
        }

        return (rows, bytes);
    }

    // Most are five digits of CPT, some end or begin with a letter.
    private List<(string Code, string Title)> Procedures(int count)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        while (codes.Count < count)
        {
            codes.Add(_random.Next(20) switch
            {
                0 => Number(1, 9999, "0000") + "FTUM"[_random.Next(4)],
                1 => "ACEGJLQ"[_random.Next(7)] + Number(1, 9999, "0000"),
                _ => Number(10004, 99607, "00000"),
            });
        }

        return [.. codes.Select(code => (code, ""))];
    }

    private int WritePage(string procedure, List<(string Code, string Title)> procedures)
    {
        _page.Clear();
        Line("Summary & Overview");
        Line($"CPT {procedure}: {Phrase(6, 14)}");
        Line(Prose(40, 80));
        Line($"Key payers covered in this analysis include Aetna, Blue Cross Blue Shield, Cigna Health, UnitedHealthcare, and Medicare. {Prose(30, 60)}");
        Line(Prose(20, 40));
        Line("Billing Code Overview");
        Line(Prose(20, 50));
        Bullet($"Service type: {Phrase(3, 8)}");
        Bullet($"Typical site of service: {Phrase(8, 20)}");
        Line("Clinical & Coding Specifications");
        Line("Clinical Context");
        Line(Prose(50, 110));
        Line("Typical site of service");
        Bullet("Ambulatory surgical center (ASC)");
        Bullet("Outpatient hospital operating room");
        Line("Typical service type");
        Bullet(Phrase(5, 12));
        Line("Coding Specifications");
        var rows = Table("Modifier|Description|When to Use", Pick(Modifiers, 6, 18), 18);
        rows += Table("Taxonomy Code|Specialty|Notes", Pick(taxonomies, 3, 8), 12);
        Line("Related Diagnoses");
        rows += Table("ICD-10 Code|Description|Clinical Relevance", Pick(diagnoses, 3, 10), 18);
        Line("Related CPT Codes");
        rows += Table("CPT Code|Description|Relationship to This Procedure", Pick(procedures, 3, 10), 18);
        return rows;
    }

    private int Table(string header, SortedSet<(string Code, string Title)> codes, int words)
    {
        var columns = header.Split('|');
        Line("| " + string.Join(" | ", columns) + " |");
        Line("|" + string.Concat(Enumerable.Repeat("---|", columns.Length)));
        var isFirst = true;
        foreach (var (code, title) in codes)
        {
            var row = string.Join(" | ", code, title.Length > 0 ? title : Phrase(3, words / 3), Phrase(words / 3, words));
            Line((isFirst && _random.Next(2) == 0 ? "| " : "") + row + (isFirst ? " |" : ""));
            isFirst = false;
        }

        return codes.Count;
    }

    private SortedSet<(string Code, string Title)> Pick(IReadOnlyList<(string Code, string Title)> codes, int least, int most)
    {
        var picked = new SortedSet<(string, string)>();
        for (var wanted = Math.Min(_random.Next(least, most + 1), codes.Count); picked.Count < wanted;)
        {
            picked.Add(codes[_random.Next(codes.Count)]);
        }

        return picked;
    }

    private void Bullet(string text)
    {
        Line(_random.Next(2) == 0 ? "-" : "- " + text);
        if (_page[^2] == '-')
        {
            Line(text);
        }
    }

    private string Prose(int least, int most)
    {
        var sentences = new StringBuilder();
        for (var words = _random.Next(least, most + 1); words > 0; words -= 15)
        {
            sentences.Append(Phrase(10, 20)).Append(". ");
        }

        return sentences.ToString().Trim();
    }

    private string Phrase(int least, int most)
    {
        var words = string.Join(' ', _random.GetItems<string>(Words, _random.Next(least, Math.Max(least, most) + 1)));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private string Number(int least, int most, string format) => _random.Next(least, most + 1).ToString(format, CultureInfo.InvariantCulture);

    private void Line(string text) => _page.Append(text).Append('\n');
}
