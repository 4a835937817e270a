using System.Globalization;
using System.Text;
using CodeReference.Compiled;
using Format = CodeReference.Compiled.BookFormat;

namespace CodeReference;

/// <summary>Works out what the rules that have fired on a claim line have to say: where, in which words, by which rows.</summary>
internal static class ModifierFindings
{
    public static Finding[] Read(in ModifierValidation line)
    {
        var fired = line.Fired;
        if (fired == 0)
        {
            return [];
        }

        var findings = new List<Finding>();
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
                RuleKind.Order or RuleKind.PayerOrder => StandsBeforeEarlierRank(line, i),
                RuleKind.NotInForce => !ModifierRules.IsInForce(line.Book, modifier, line.ServiceDate!.Value),
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
        var rank = line.PlaceInOrder(line.Modifiers[index]);
        foreach (var later in line.Modifiers[(index + 1)..])
        {
            if (line.PlaceInOrder(later) is > 0 and var other && other < rank)
            {
                return true;
            }
        }

        return false;
    }

    // The rule, what the book knows of the inputs that it asks about, who says how much it weighs, and the modifiers' own rows.
    private static List<Citation> CitationsOf(in ModifierValidation line, Rule rule, List<int> positions)
    {
        var book = line.Book;
        var citations = new List<Citation> { rule.Citation };
        Add(rule.Asks(RuleInput.FeeSchedule) ? IndicatorRow(line) : -1);
        Add(rule.Asks(RuleInput.UnlikelyEdit) ? line.UnlikelyEditRow : -1);
        Add(rule.Asks(RuleInput.PlaceOfService) ? RowAbout(line.PlaceOfService.Key, SectionKind.OfficialPlacesOfService, SectionKind.PlacesOfService) : -1);
        Add(rule.Asks(RuleInput.Taxonomy) ? RowAbout(line.Taxonomy.Key, SectionKind.OfficialTaxonomies, SectionKind.OfficialTitles) : -1);
        Add(rule.Asks(RuleInput.Diagnoses) && line.SidedDiagnosis >= 0
            ? RowAbout(book.Tables.Codes[line.SidedDiagnosis], SectionKind.OfficialDiagnoses, SectionKind.OfficialTitles)
            : -1);
        Add(SeverityRow(line, rule) is >= 0 and var stated ? stated : line.Payer.IsKnown && IsByPayer(line, rule) ? line.Payer.Row : -1);
        foreach (var position in positions)
        {
            var modifier = line.Modifiers[position];
            Add(rule.Kind == RuleKind.NotInForce ? line.RegisteredRowOf(modifier) : line.IsListed(modifier) ? line.RowOf(modifier) : -1);
        }

        return citations;

        int RowAbout(ulong code, SectionKind official, SectionKind table)
        {
            var slot = book.SlotOf(code);
            var row = slot < 0 ? -1 : book.RowAbout(slot, official);
            return slot < 0 || row >= 0 ? row : book.RowAbout(slot, table);
        }

        void Add(int row)
        {
            if (row >= 0)
            {
                citations.Add(book.CitationOf(row));
            }
        }
    }

    // The payer is why: a condition asks about it, the finding is about it, or it is why the rule weighs what it does.
    private static bool IsByPayer(in ModifierValidation line, Rule rule) =>
        rule.Asks(RuleInput.Payer) || rule.Kind == RuleKind.SharedPayer || rule.IsWeighedBy(line.Payer);

    /// <summary>The row by which the payer, or the name that it shares, gives a rule a severity of its own; -1 when there is none.</summary>
    private static int SeverityRow(in ModifierValidation line, Rule rule)
    {
        var found = -1;
        if (!rule.IsWeighedBy(line.Payer))
        {
            return found;
        }

        var book = line.Book;
        foreach (var row in book.RowsOf(SectionKind.PayerSeverities))
        {
            if (!Ascii.Equals(book.Cell(row, 1).Utf8, rule.Id))
            {
                continue;
            }

            var payer = book.Cell(row, 0).Utf8;
            if (payer.SequenceEqual(line.Payer.Name.Utf8))
            {
                return row;
            }

            found = payer.SequenceEqual(line.Payer.PartOf.Utf8) ? row : found;
        }

        return found;
    }

    private static int IndicatorRow(in ModifierValidation line)
    {
        var row = line.Place < 0 ? Format.None : line.Book.Tables.ProcedureIndicators[line.Place];
        return row == Format.None ? -1 : (int)row;
    }

    // "{modifiers} contradict each other"
    private static string Fill(string text, in ModifierValidation line, Rule rule, List<int> positions)
    {
        var start = text.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var filled = new StringBuilder();
        var end = -1;
        for (; start >= 0; start = text.IndexOf('{', end + 1))
        {
            var close = text.IndexOf('}', start);
            if (close < 0)
            {
                break;
            }

            filled.Append(text, end + 1, start - end - 1).Append(ValueOf(text.AsSpan((start + 1)..close), line, rule, positions));
            end = close;
        }

        return filled.Append(text, end + 1, text.Length - end - 1).ToString();
    }

    private static string ValueOf(ReadOnlySpan<char> place, in ModifierValidation line, Rule rule, List<int> positions) => place switch
    {
        "modifiers" => Join(ModifiersAt(line, positions)),
        "procedure" => line.Procedure.ToString(),
        "indicator" => IndicatorRow(line) is >= 0 and var row ? line.Book.Cell(row, rule.Argument).ToString() : "",
        "payer" => line.Payer.Name.ToString(),
        "members" => Join(line.Payer.Members),
        "units" => line.Units.ToString(CultureInfo.InvariantCulture),
        "limit" => line.MaxUnits.ToString(CultureInfo.InvariantCulture),
        "place" => line.PlaceOfService.ToString(),
        "taxonomy" => line.Taxonomy.ToString(),
        "diagnosis" => line.SidedDiagnosis < 0 ? "" : CodeKey.ToText(line.Book.Tables.Codes[line.SidedDiagnosis]),
        "periods" => rule.Kind == RuleKind.NotInForce ? Periods(line, positions) : "",
        _ => $"{{{place}}}",
    };

    private static List<string> ModifiersAt(in ModifierValidation line, List<int> positions)
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

        return modifiers;
    }

    // "GD ended on 2019-12-31 and AC begins on 2026-07-01"
    private static string Periods(in ModifierValidation line, List<int> positions)
    {
        var periods = new List<string>();
        foreach (var modifier in ModifiersAt(line, positions))
        {
            var place = line.Book.PlaceOf(ModifierCode.Parse(modifier));
            var dates = line.Book.Tables.ModifierDates.Slice(place * 2, 2);
            var (first, last) = (BookReader.Date(dates[0]), BookReader.Date(dates[1]));
            periods.Add(line.ServiceDate < first
                ? string.Create(CultureInfo.InvariantCulture, $"{modifier} begins on {first:yyyy-MM-dd}")
                : string.Create(CultureInfo.InvariantCulture, $"{modifier} ended on {last:yyyy-MM-dd}"));
        }

        return Join(periods);
    }

    // "50, LT and RT"
    private static string Join(IReadOnlyList<string> texts) =>
        texts.Count < 2 ? string.Concat(texts) : string.Join(", ", texts.Take(texts.Count - 1)) + " and " + texts[^1];
}
