using CodeReference.Compiled;

namespace CodeReference;

/// <summary>Works out what the rules that have fired on a claim line have to say: where, in which words, by which rows.</summary>
internal static class ModifierFindings
{
    public static Finding[] Read(in ModifierValidation line)
    {
        var findings = new List<Finding>();
        var fired = line.Fired;
        while (RuleSet.TryTake(ref fired, out var number))
        {
            findings.Add(FindingOf(line, number));
        }

        return [.. findings];
    }

    private static Finding FindingOf(in ModifierValidation line, int number)
    {
        var rule = new Rule(line.Book, number);
        var positions = PositionsOf(line, rule);
        return new(
            rule.Id,
            line.SeverityOf(number),
            Fill(rule.Message, line, rule, positions),
            positions,
            Fill(rule.Fix, line, rule, positions),
            rule.Source,
            CitationsOf(line, rule, positions));
    }

    private static List<int> PositionsOf(in ModifierValidation line, Rule rule)
    {
        var positions = new List<int>();
        for (var i = 0; i < line.Count; i++)
        {
            var modifier = line.Modifiers[i];
            var isAbout = rule.Kind switch
            {
                RuleKind.Malformed => line.Verdicts[i] == Verdict.Malformed,
                RuleKind.Unrecognized => line.Verdicts[i] == Verdict.Unrecognized,
                RuleKind.Repeated => !modifier.IsEmpty && line.Modifiers[..i].Contains(modifier),
                RuleKind.TooMany => i >= rule.Argument,
                RuleKind.Order => StandsBeforeEarlierRank(line, i),
                _ => rule.Names(modifier),
            };
            if (isAbout)
            {
                positions.Add(i);
            }
        }

        return positions;
    }

    private static bool StandsBeforeEarlierRank(in ModifierValidation line, int index)
    {
        var rank = ModifierRules.RankOf(line.Book, line.Modifiers[index]);
        foreach (var later in line.Modifiers[(index + 1)..])
        {
            if (ModifierRules.RankOf(line.Book, later) is > 0 and var other && other < rank)
            {
                return true;
            }
        }

        return false;
    }

    // The rule, the indicator that it asks about, and what the publication lists.
    private static List<Citation> CitationsOf(in ModifierValidation line, Rule rule, List<int> positions)
    {
        var citations = new List<Citation> { rule.Citation };
        if (rule.IndicatorRow(line.Procedure) is var row and >= 0)
        {
            citations.Add(line.Book.CitationOf(row));
        }

        foreach (var position in positions)
        {
            var modifier = line.Modifiers[position];
            if (line.IsListed(modifier))
            {
                citations.Add(line.Book.CitationOf(line.RowOf(modifier)));
            }
        }

        return citations;
    }

    private static string Fill(string text, in ModifierValidation line, Rule rule, List<int> positions)
    {
        var modifiers = new List<string>();
        foreach (var position in positions)
        {
            var modifier = line.Modifiers[position].ToString();
            if (!modifiers.Contains(modifier))
            {
                modifiers.Add(modifier);
            }
        }

        text = text
            .Replace("{modifiers}", Join(modifiers), StringComparison.Ordinal)
            .Replace("{procedure}", line.Procedure.ToString(), StringComparison.Ordinal);
        var row = rule.IndicatorRow(line.Procedure);
        return row < 0 ? text : text.Replace("{indicator}", line.Book.Cell(row, rule.Argument).ToString(), StringComparison.Ordinal);
    }

    // "50, LT and RT"
    private static string Join(List<string> modifiers) =>
        modifiers.Count < 2 ? string.Concat(modifiers) : string.Join(", ", modifiers[..^1]) + " and " + modifiers[^1];
}
