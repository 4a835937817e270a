using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CodeReference.Compiled;

namespace CodeReference;

/// <summary>What the book says of the modifiers of a claim line. Made without allocating; findings are worked out when they are read.</summary>
public struct ModifierValidation
{
    private const int RegistryTitle = 2;

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

    internal readonly BookReader Book => _book;

    internal UInt128 Fired { get; set; }

    internal UInt128 Unchecked { get; set; }

    /// <summary>What the rules have to say, in the order of the rule table.</summary>
    public readonly Finding[] GetFindings() => ModifierFindings.Read(in this);

    /// <summary>The ids of the rules that could not run because the book or the question lacks what they ask about, in the order of the rule table.</summary>
    public readonly string[] GetUncheckedRules()
    {
        var ids = new List<string>();
        var rules = Unchecked;
        while (RuleSet.TryTake(ref rules, out var rule))
        {
            var id = new Rule(_book, rule).Id;
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

    internal readonly Severity SeverityOf(int number)
    {
        var rule = new Rule(_book, number);
        if (_payer.FollowsIndicators)
        {
            return rule.BindingSeverity;
        }

        var severity = rule.Severity;
        if (rule.Kind != RuleKind.NotApplicable)
        {
            return severity;
        }

        // The publication is served and the doubt is said: against what it lists, a warning at most.
        return severity > Severity.Warning && AreAllListed(rule) ? Severity.Warning : severity;
    }

    private readonly bool AreAllListed(Rule rule)
    {
        foreach (var modifier in Modifiers)
        {
            if (rule.Names(modifier) && !IsListed(modifier))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool IsDropped(ModifierCode modifier)
    {
        var place = _book.PlaceOf(modifier);
        var dropping = Fired & RuleSet.Of(_book, RuleGroup.Dropping);
        return place >= 0 && (dropping & RuleSet.At(_book.Tables.ModifierRules, place * 2)) != 0;
    }

    internal readonly bool IsListed(ModifierCode modifier)
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
    internal readonly int RowOf(ModifierCode modifier)
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
