using System.Text;

namespace CodeReference.Compiler.Tests.Fuzzing;

/// <summary>Changes a file as its dialect allows and forbids: by lines, by rows, by what the reader decides by.</summary>
internal sealed class Mutator(IReadOnlyList<string> corpus, int seed)
{
    private const int MaxLength = 6000;
    private const int MaxChanges = 5;

    private static readonly string[] Tokens =
    [
        "|", "|", "||", " | ", "\\|", "\\", "-", "- ", "-\n", "*\n", "+ ", "• ", "— ", "---", "|---|---|---|\n", "---|---|---\n", "| :--- | :---: | ---: |\n", "===", "#", "# ", "## ", " #", "**", "__",
        "\n", "\n", "\n\n", "\r", "\r\n", " ", "\t", "\u00A0", "\u2007", "\u202F", "\u3000", "\u2028", "\u0085", "\f", "\uFEFF", "\0", "\u200B", "\u202E", "\uFFFD", "\uD83D", "\uDE00", "😀", "e\u0301",
        ":", ",", ".", " and ", " or ", "and", "≤10 cm2", "10 cm2 or less", "“", "’", "</summary>", "*/", "{0}", "\"\"\"", "\\u0022",
        "CPT 14020: Flap\n", "CPT 14020:", "cpt\u00A014021 : x\n", "CPT :", "25", "LT", "А5", "２5", "S41.011A", "s41011a", "207Q00000X", "14O20", "T14.8",
        "Summary & Overview\n", "Billing Code Overview\n", "# Clinical Context\n", "**Related Diagnoses**\n", "typical  SITE of service\n", "Typical service type\n", "# Unknown\n", "-\nService type: Flap\n", "- Typical site of service: a, b or c.\n",
        "Key payers covered in this analysis include A, B, and C. ", "documented in the operative report, including x and y", "benchmarks for use and pay patterns, ",
        "| Modifier | Description | When to Use |\n|---|---|---|\n", "Modifier | When to Use\n---|---\n", "| Modifier | Description | Extra | When to Use |\n|---|---|---|---|\n", "| Taxonomy Code | Specialty | Notes |\n|---|---|---|\n",
        "ICD-10 Code | Description | Clinical Relevance\n---|---|---\n", "| CPT Code | Description | Relationship to This Procedure |\n|---|---|---|\n", "| A | B |\n|---|---|\n", "25 | a\\|b | c\n", "| 26 | a | b |\n", "50 | a | b\n", "51 | a\n",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = Pick(corpus);
        if (_random.Next(4) == 0)
        {
            text = Part(text) + Part(Pick(corpus));
        }

        for (var changes = _random.Next(MaxChanges) + 1; changes > 0; changes--)
        {
            text = Change(text);
        }

        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    private string Change(string text)
    {
        switch (_random.Next(10))
        {
            case 0:
                return Lines(text, lines => lines.RemoveAt(_random.Next(lines.Count)));
            case 1:
                return Lines(text, lines => lines.Insert(_random.Next(lines.Count), Pick(lines)));
            case 2:
                return Lines(text, lines => (lines[0], lines[^1]) = (lines[^1], lines[0]));
            case 3:
                return Lines(text, lines => lines[_random.Next(lines.Count)] = WithOtherPipes(Pick(lines)));
            case 4:
                return text.Replace("\n", Pick(["\r\n", "\r", "\n\n", " \t\n", "\u00A0\n"]), StringComparison.Ordinal);
            case 5:
                return text[_random.Next(text.Length + 1)..];
            case 6:
                var (from, to) = Range(text);
                return text.Remove(from, Math.Min(to - from, _random.Next(20)));
            default:
                return text.Insert(_random.Next(text.Length + 1), Pick(Tokens));
        }
    }

    private string WithOtherPipes(string line) => _random.Next(5) switch
    {
        0 => "| " + line,
        1 => line + " |",
        2 => line.Trim('|', ' '),
        3 => line.Replace(" | ", "|", StringComparison.Ordinal),
        _ => line.Replace("|", "\\|", StringComparison.Ordinal),
    };

    private string Part(string text)
    {
        var (from, to) = Range(text);
        return text[from..to];
    }

    private (int From, int To) Range(string text)
    {
        var (from, to) = (_random.Next(text.Length + 1), _random.Next(text.Length + 1));
        return (Math.Min(from, to), Math.Max(from, to));
    }

    private static string Lines(string text, Action<List<string>> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines);
        return new StringBuilder().AppendJoin('\n', lines).ToString();
    }

    private string Pick(IReadOnlyList<string> texts) => texts[_random.Next(texts.Count)];
}
