using System.Numerics;
using System.Text;
using CodeReference.Format;

namespace CodeReference;

/// <summary>What a rule that has fired on a claim line has to say: where, in which words, by which rows. Worked out when it is read, without allocating.</summary>
internal readonly ref struct FiredRule
{
    /// <summary>The most rows that it rests on: its own, what the book knows of six inputs, one for each modifier.</summary>
    public const int MaxRows = 7 + ModifierRules.MaxModifiers;

    /// <summary>As many bytes as most texts have.</summary>
    public const int TextLength = 512;

    private readonly ref readonly ModifierValidation _line;
    private readonly Rule _rule;

    /// <param name="line">The line.</param>
    /// <param name="number">The rule's bit in a mask.</param>
    public FiredRule(in ModifierValidation line, int number)
    {
        _line = ref line;
        _rule = new(line.Book, number);
        Severity = line.SeverityOf(number);
        for (var i = 0; i < line.Count; i++)
        {
            Positions |= IsAbout(i) ? 1u << i : 0;
        }
    }

    public BookText Id => _rule.IdText;

    public Severity Severity { get; }

    /// <summary>A bit for each modifier that it is about, by its place on the line.</summary>
    public uint Positions { get; }

    private BookReader Book => _line.Book;

    public void WriteMessage(ref Utf8Writer text) => Fill(_rule.Message, ref text);

    /// <summary>Finds the rows that it rests on: the rule, what the book knows of the inputs that it asks about, who says how much it weighs, and the modifiers' own rows.</summary>
    /// <param name="rows">Room for <see cref="MaxRows"/>.</param>
    /// <returns>How many there are.</returns>
    public int CopyRows(Span<int> rows)
    {
        var count = 0;
        Add(_rule.Row, rows);
        Add(_rule.Asks(RuleInput.FeeSchedule) ? _line.IndicatorRow : -1, rows);
        Add(_rule.Asks(RuleInput.UnlikelyEdit) ? _line.UnlikelyEditRow : -1, rows);
        for (var input = LineInputs.FirstCode; input <= LineInputs.LastCode; input++)
        {
            Add(_rule.Asks(input) ? Book.OfficialRowOf(_line.Inputs.KeyOf(input)) : -1, rows);
        }

        Add(_rule.Asks(RuleInput.Diagnoses) && _line.SidedDiagnosis >= 0
            ? Book.OfficialRowOf(Book.Tables.Codes[_line.SidedDiagnosis])
            : -1, rows);
        Add(SeverityRow() is >= 0 and var stated ? stated : _line.Payer.IsKnown && IsByPayer ? _line.Payer.Row : -1, rows);
        for (var rest = Positions; rest != 0; rest &= rest - 1)
        {
            var modifier = _line.Modifiers[BitOperations.TrailingZeroCount(rest)];
            Add(_rule.Kind == RuleKind.NotInForce ? (int)PeriodOf(modifier).DatedRow : _line.IsListed(modifier) ? _line.RowOf(modifier) : -1, rows);
        }

        return count;

        void Add(int row, Span<int> rows)
        {
            if (row >= 0)
            {
                rows[count++] = row;
            }
        }
    }

    public Citation CitationOf(int row) => Book.CitationOf(row);

    public Finding ToFinding()
    {
        Span<int> rows = stackalloc int[MaxRows];
        var citations = new Citation[CopyRows(rows)];
        citations[0] = _rule.Citation;
        for (var i = 1; i < citations.Length; i++)
        {
            citations[i] = CitationOf(rows[i]);
        }

        var positions = new int[BitOperations.PopCount(Positions)];
        var count = 0;
        for (var rest = Positions; rest != 0; rest &= rest - 1)
        {
            positions[count++] = BitOperations.TrailingZeroCount(rest);
        }

        return new()
        {
            Rule = _rule.Id,
            Severity = Severity,
            Message = Filled(_rule.Message),
            ModifierPositions = positions,
            Fix = Filled(_rule.Fix),
            Source = _rule.Source,
            Citations = citations,
        };
    }

    private bool IsAbout(int index)
    {
        var modifier = _line.Modifiers[index];
        return _rule.Kind switch
        {
            RuleKind.Malformed => _line.Verdicts[index] == Verdict.Malformed,
            RuleKind.Unrecognized => _line.Verdicts[index] == Verdict.Unrecognized,
            RuleKind.Repeated => !modifier.IsEmpty && _line.Modifiers[..index].Contains(modifier),
            RuleKind.TooMany => index >= _rule.Argument,
            RuleKind.Order or RuleKind.PayerOrder => StandsBeforeEarlierRank(index),
            RuleKind.NotInForce => !ModifierRules.IsInForce(Book, modifier, _line.ServiceDate!.Value),
            _ => _rule.Names(modifier),
        };
    }

    private bool StandsBeforeEarlierRank(int index)
    {
        var rank = _line.PlaceInOrder(_line.Modifiers[index]);
        foreach (var later in _line.Modifiers[(index + 1)..])
        {
            if (_line.PlaceInOrder(later) is > 0 and var other && other < rank)
            {
                return true;
            }
        }

        return false;
    }

    // The payer is why: a condition asks about it, the finding is about it, or it is why the rule weighs what it does.
    private bool IsByPayer => _rule.Asks(RuleInput.Payer) || _rule.Kind == RuleKind.SharedPayer || _rule.IsWeighedBy(_line.Payer);

    /// <summary>The row by which the payer, or the name that it shares, gives the rule a severity of its own; -1 when there is none.</summary>
    private int SeverityRow()
    {
        var found = -1;
        if (!_rule.IsWeighedBy(_line.Payer))
        {
            return found;
        }

        for (var row = -1; Book.TryNextRow(SectionKind.PayerSeverities, ref row);)
        {
            if (!Ascii.Equals(Book.Cell(row, PayerSeverityColumns.Rule).Utf8, _rule.Id))
            {
                continue;
            }

            var payer = Book.Cell(row, PayerSeverityColumns.Payer).Utf8;
            if (payer.SequenceEqual(_line.Payer.Name.Utf8))
            {
                return row;
            }

            found = payer.SequenceEqual(_line.Payer.PartOf.Utf8) ? row : found;
        }

        return found;
    }

    private string Filled(BookText template)
    {
        var text = new Utf8Writer(stackalloc byte[TextLength]);
        Fill(template, ref text);
        var filled = Encoding.UTF8.GetString(text.Text);
        text.Dispose();
        return filled;
    }

    private void Fill(BookText template, ref Utf8Writer text)
    {
        var parts = new TemplateReader(template.Utf8);
        while (parts.Read())
        {
            text.Append(parts.Text);
            if (parts.HasPlace)
            {
                AppendPlace(parts, ref text);
            }
        }
    }

    private void AppendPlace(scoped in TemplateReader part, ref Utf8Writer text)
    {
        var place = part.Place;
        switch (place)
        {
            case var _ when place.SequenceEqual("modifiers"u8): AppendModifiers(ref text, withPeriods: false); break;
            case var _ when place.SequenceEqual("procedure"u8): text.Append(_line.Procedure); break;
            case var _ when place.SequenceEqual("indicator"u8): text.Append(_line.IndicatorRow is >= 0 and var row ? Book.Cell(row, _rule.Argument) : default); break;
            case var _ when place.SequenceEqual("members"u8): AppendMembers(ref text); break;
            case var _ when place.SequenceEqual("limit"u8): text.Append(_line.MaxUnits); break;
            case var _ when place.SequenceEqual("diagnosis"u8): text.Append(_line.SidedDiagnosis < 0 ? default : DiagnosisCode.FromKey(Book.Tables.Codes[_line.SidedDiagnosis])); break;
            case var _ when place.SequenceEqual("periods"u8) && _rule.Kind == RuleKind.NotInForce: AppendModifiers(ref text, withPeriods: true); break;
            case var _ when place.SequenceEqual("periods"u8): break;
            case var _ when _line.Inputs.TryWrite(place, ref text): break;
            default:
                text.Append(part.Braces);
                break;
        }
    }

    // "50, LT and RT", each once; or "GD ended on 2019-12-31 and AC begins on 2026-07-01".
    private void AppendModifiers(ref Utf8Writer text, bool withPeriods)
    {
        var rest = 0u;
        for (var positions = Positions; positions != 0; positions &= positions - 1)
        {
            var position = BitOperations.TrailingZeroCount(positions);
            rest |= IsAmong(rest, _line.Modifiers[position]) ? 0 : 1u << position;
        }

        for (var isFirst = true; rest != 0; isFirst = false)
        {
            var modifier = _line.Modifiers[BitOperations.TrailingZeroCount(rest)];
            rest &= rest - 1;
            text.Append(Separator(isFirst, isLast: rest == 0));
            text.Append(modifier);
            if (withPeriods)
            {
                AppendPeriod(modifier, ref text);
            }
        }
    }

    private bool IsAmong(uint positions, ModifierCode modifier)
    {
        for (; positions != 0; positions &= positions - 1)
        {
            if (_line.Modifiers[BitOperations.TrailingZeroCount(positions)] == modifier)
            {
                return true;
            }
        }

        return false;
    }

    private void AppendPeriod(ModifierCode modifier, ref Utf8Writer text)
    {
        var period = PeriodOf(modifier);
        var (first, last) = (TableDate.Of(period.FirstDay), TableDate.Of(period.LastDay));
        text.Append(_line.ServiceDate < first ? " begins on "u8 : " ended on "u8);
        text.Append((_line.ServiceDate < first ? first : last)!.Value, "yyyy-MM-dd");
    }

    // A modifier that was not in force has a period, which the date of service lies outside of.
    private PeriodEntry PeriodOf(ModifierCode modifier)
    {
        Book.Periods.TryGetNewest(Book.SlotOf(modifier.Key), out var period);
        return period;
    }

    private void AppendMembers(ref Utf8Writer text)
    {
        var members = _line.Payer.Members;
        for (var i = 0; i < members.Length; i++)
        {
            text.Append(Separator(i == 0, i == members.Length - 1));
            text.Append(members[i]);
        }
    }

    private static ReadOnlySpan<byte> Separator(bool isFirst, bool isLast) => isFirst ? default : isLast ? " and "u8 : ", "u8;
}
