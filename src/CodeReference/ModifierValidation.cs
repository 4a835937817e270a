using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CodeReference.Compiled;
using Format = CodeReference.Compiled.BookFormat;

namespace CodeReference;

/// <summary>What the book says of the modifiers of a claim line. Made without allocating; findings are worked out when they are read.</summary>
public struct ModifierValidation
{
    private readonly BookReader _book;
    private readonly Payer _payer;
    private CodeBuffer _modifiers;
    private VerdictBuffer _verdicts;

    internal ModifierValidation(BookReader book, ProcedureCode procedure, ReadOnlySpan<ModifierCode> modifiers, Payer payer)
    {
        _book = book;
        _payer = payer;
        Procedure = procedure;
        Count = modifiers.Length;
        modifiers.CopyTo(_modifiers);
    }

    /// <summary>The procedure of the line.</summary>
    public ProcedureCode Procedure { get; }

    /// <summary>What is to be done with the line.</summary>
    public Outcome Outcome { get; internal set; }

    /// <summary>How many modifiers the line has.</summary>
    public int Count { get; }

    /// <summary>The modifiers, in the order of the line; <c>default</c> for one that is malformed.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<ModifierCode> Modifiers => ((ReadOnlySpan<ModifierCode>)_modifiers)[..Count];

    /// <summary>The verdict on each modifier, in the order of the line.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<Verdict> Verdicts => ((ReadOnlySpan<Verdict>)_verdicts)[..Count];

    internal UInt128 Fired { get; set; }

    internal UInt128 Unchecked { get; set; }

    /// <summary>What the rules have to say, in the order of the rule table.</summary>
    public readonly Finding[] GetFindings()
    {
        var findings = new List<Finding>();
        var fired = Fired;
        while (RuleSet.TryTake(ref fired, out var rule))
        {
            findings.Add(FindingOf(rule));
        }

        return [.. findings];
    }

    /// <summary>The ids of the rules that could not run because the book or the question lacks what they ask about, in the order of the rule table.</summary>
    public readonly string[] GetUncheckedRules()
    {
        var ids = new List<string>();
        var rules = Unchecked;
        while (RuleSet.TryTake(ref rules, out var rule))
        {
            var id = _book.Cell(RowOf(rule), RuleColumns.Id).ToString();
            if (!ids.Contains(id))
            {
                ids.Add(id);
            }
        }

        return [.. ids];
    }

    /// <summary>The line with every fix applied that is certain: repeats dropped, what a rule always drops dropped, sorted by rank.</summary>
    /// <returns>Empty when there is no such fix, or when a modifier is malformed or unknown, so that nothing about the line is certain.</returns>
    public readonly ModifierCode[] GetSuggestedModifiers()
    {
        var modifiers = new List<ModifierCode>(Count);
        foreach (var modifier in Modifiers)
        {
            if (ModifierRules.RankOf(_book, modifier) == 0)
            {
                return [];
            }

            if (!modifiers.Contains(modifier) && !IsDropped(modifier))
            {
                modifiers.Add(modifier);
            }
        }

        // OrderBy is stable: the order inside a rank is the line's own.
        var book = _book;
        ModifierCode[] suggested = [.. modifiers.OrderBy(modifier => ModifierRules.RankOf(book, modifier))];
        return Modifiers.SequenceEqual(suggested) ? [] : suggested;
    }

    /// <summary>The row that an answer about a modifier rests on: the publication's when it lists it, else the registry's.</summary>
    /// <param name="index">The place of the modifier on the line, from 0.</param>
    /// <returns>Null when neither has it.</returns>
    public readonly Citation? GetCitation(int index)
    {
        var row = RowOf(Modifiers[index]);
        return row < 0 ? null : _book.CitationOf(row);
    }

    /// <summary>What the publication, or else the registry, says that a modifier is; empty when neither has it.</summary>
    /// <param name="index">The place of the modifier on the line, from 0.</param>
    public readonly BookText GetDescription(int index)
    {
        var row = RowOf(Modifiers[index]);
        return row < 0 ? default : _book.Cell(row, IsListed(Modifiers[index]) ? 1 : RegistryTitle);
    }

    /// <summary>When the publication says to use a modifier; empty when it does not list it.</summary>
    /// <param name="index">The place of the modifier on the line, from 0.</param>
    public readonly BookText GetWhenToUse(int index)
    {
        var modifier = Modifiers[index];
        return IsListed(modifier) ? _book.Cell(RowOf(modifier), 2) : default;
    }

    [UnscopedRef]
    internal ref Verdict VerdictAt(int index) => ref _verdicts[index];

    internal readonly Severity SeverityOf(int rule)
    {
        var entry = _book.Tables.Rules.Slice(rule * Format.Rule.Size, Format.Rule.Size);
        var severity = (Severity)entry[Format.Rule.Severity];
        if (_payer.FollowsIndicators)
        {
            return (Severity)entry[Format.Rule.BindingSeverity];
        }

        if ((RuleKind)entry[Format.Rule.Kind] != RuleKind.NotApplicable)
        {
            return severity;
        }

        // The publication is served and the doubt is said: against what it lists, a warning at most.
        return severity > Severity.Warning && AreAllListed(rule) ? Severity.Warning : severity;
    }

    private const int RegistryTitle = 2;

    private readonly bool AreAllListed(int rule)
    {
        foreach (var modifier in Modifiers)
        {
            if (IsNamedBy(rule, modifier) && !IsListed(modifier))
            {
                return false;
            }
        }

        return true;
    }

    private readonly Finding FindingOf(int rule)
    {
        var row = RowOf(rule);
        var positions = PositionsOf(rule);
        return new(
            _book.Cell(row, RuleColumns.Id).ToString(),
            SeverityOf(rule),
            Fill(_book.Cell(row, RuleColumns.Message).ToString(), rule, positions),
            positions,
            Fill(_book.Cell(row, RuleColumns.Fix).ToString(), rule, positions),
            _book.Cell(row, RuleColumns.Source).ToString(),
            CitationsOf(rule, positions));
    }

    private readonly int[] PositionsOf(int rule)
    {
        var positions = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            var modifier = Modifiers[i];
            var isAbout = KindOf(rule) switch
            {
                RuleKind.Malformed => Verdicts[i] == Verdict.Malformed,
                RuleKind.Unrecognized => Verdicts[i] == Verdict.Unrecognized,
                RuleKind.Repeated => !modifier.IsEmpty && Modifiers[..i].Contains(modifier),
                RuleKind.TooMany => i >= ModifierRules.Argument(_book, rule),
                RuleKind.Order => StandsBeforeEarlierRank(i),
                _ => IsNamedBy(rule, modifier),
            };
            if (isAbout)
            {
                positions.Add(i);
            }
        }

        return [.. positions];
    }

    private readonly bool StandsBeforeEarlierRank(int index)
    {
        var rank = ModifierRules.RankOf(_book, Modifiers[index]);
        foreach (var later in Modifiers[(index + 1)..])
        {
            if (ModifierRules.RankOf(_book, later) is > 0 and var other && other < rank)
            {
                return true;
            }
        }

        return false;
    }

    private readonly List<Citation> CitationsOf(int rule, int[] positions)
    {
        var citations = new List<Citation> { _book.CitationOf(RowOf(rule)) };
        if (IndicatorRow(rule) is var row and >= 0)
        {
            citations.Add(_book.CitationOf(row));
        }

        foreach (var position in positions)
        {
            if (IsListed(Modifiers[position]))
            {
                citations.Add(_book.CitationOf(RowOf(Modifiers[position])));
            }
        }

        return citations;
    }

    private readonly string Fill(string text, int rule, int[] positions)
    {
        var line = this;
        text = text.Replace("{modifiers}", Join(positions.Select(position => line._modifiers[position].ToString()).Distinct()), StringComparison.Ordinal);
        text = text.Replace("{procedure}", Procedure.ToString(), StringComparison.Ordinal);
        var row = IndicatorRow(rule);
        return row < 0 ? text : text.Replace("{indicator}", _book.Cell(row, ModifierRules.Argument(_book, rule)).ToString(), StringComparison.Ordinal);
    }

    private static string Join(IEnumerable<string> modifiers)
    {
        string[] all = [.. modifiers];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " and " + all[^1];
    }

    private readonly bool IsDropped(ModifierCode modifier)
    {
        var place = _book.PlaceOf(modifier);
        var dropping = Fired & RuleSet.Of(_book, RuleGroup.Dropping);
        return place >= 0 && (dropping & RuleSet.At(_book.Tables.ModifierRules, place * 2)) != 0;
    }

    private readonly bool IsNamedBy(int rule, ModifierCode modifier)
    {
        var place = modifier.IsEmpty ? -1 : _book.PlaceOf(modifier);
        if (place < 0)
        {
            return false;
        }

        var rules = _book.Tables.ModifierRules;
        return ((RuleSet.At(rules, place * 2) | RuleSet.At(rules, (place * 2) + 1)) >> rule & 1) != 0;
    }

    private readonly bool IsListed(ModifierCode modifier)
    {
        var place = modifier.IsEmpty ? -1 : _book.PlaceOf(modifier);
        var publication = Publication();
        return place >= 0 && publication >= 0 && ModifierRules.IsListed(_book, publication, place);
    }

    private readonly int Publication()
    {
        var slot = _book.SlotOf(Procedure.Key);
        return slot < 0 ? -1 : (int)_book.Tables.ProcedurePublications[slot - _book.ProcedureStart] - 1;
    }

    // The publication's row when it lists the modifier, else the registry's.
    private readonly int RowOf(ModifierCode modifier)
    {
        var slot = _book.SlotOf(modifier.Key);
        if (slot < 0)
        {
            return -1;
        }

        var registered = -1;
        var publication = Publication();
        foreach (var mention in _book.MentionsOf(slot))
        {
            var section = _book.SectionOf((int)mention);
            switch (_book.KindOf(section))
            {
                case SectionKind.Modifiers when _book.PublicationOf(section) == publication:
                    return (int)mention;
                case SectionKind.ModifierRegistry:
                    registered = (int)mention;
                    break;
            }
        }

        return registered;
    }

    private readonly int RowOf(int rule) => (int)_book.Tables.Rules[(rule * Format.Rule.Size) + Format.Rule.Row];

    private readonly RuleKind KindOf(int rule) => (RuleKind)_book.Tables.Rules[(rule * Format.Rule.Size) + Format.Rule.Kind];

    private readonly int IndicatorRow(int rule)
    {
        var slot = _book.SlotOf(Procedure.Key);
        if (slot < 0 || (RuleSet.Of(_book, RuleGroup.ByIndicator) >> rule & 1) == 0)
        {
            return -1;
        }

        var row = _book.Tables.ProcedureIndicators[slot - _book.ProcedureStart];
        return row == Format.None ? -1 : (int)row;
    }

    [InlineArray(ModifierRules.MaxModifiers)]
    private struct CodeBuffer
    {
        private ModifierCode _first;
    }

    [InlineArray(ModifierRules.MaxModifiers)]
    private struct VerdictBuffer
    {
        private Verdict _first;
    }
}
