using System.Globalization;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Turns the rule table into bits: a rule is a bit, and what a modifier, a procedure, a payer or another input does to the
/// rules is a mask. To run all rules on a line is then to combine the masks of what stands on it.
/// </summary>
internal sealed class RuleLayout
{
    private readonly RowLayout _rows;
    private readonly CodeLayout _codes;
    private readonly SettledBook _settled;
    private readonly List<ModifierRule> _rules;

    public RuleLayout(SettledBook settled, RowLayout rows, CodeLayout codes)
    {
        _settled = settled;
        _rows = rows;
        _codes = codes;
        _rules =
        [
            .. rows.Of(SectionKind.ModifierRules)
                .GroupBy(row => RuleFamilies.Of(CellValues.RuleKindOf(row.Row[RuleColumns.Kind])))
                .OrderBy(family => family.Key)
                .SelectMany(family => family.Take(RuleFamilies.Size).Select((row, place) => new ModifierRule(((int)family.Key * RuleFamilies.Size) + place, row))),
        ];
    }

    public IEnumerable<ConstantTable> Tables()
    {
        var ranks = _codes.Of(CodeSystem.Modifier).ToDictionary(key => key, RankOf);
        return
        [
            ConstantTable.Of(BookTable.ModifierRanks, ranks.Select(rank => ConstantEntry.Of(CodeKey.ToText(rank.Key), rank.Value))),
            ConstantTable.Of(BookTable.ModifierRules, _codes.Of(CodeSystem.Modifier).Select(key =>
                Entry(
                    CodeKey.ToText(key),
                    OfFamily(RuleFamily.Modifiers, rule => rule.Modifiers.Contains(key)),
                    OfFamily(RuleFamily.Modifiers, rule => rule.With.Contains(key))))),
            ListedModifiers(),
            .. ProcedureTables(),
            ConstantTable.Of(BookTable.Rules, _rules.Select(rule => ConstantEntry.Of(
                rule.Id, (ulong)rule.RowId, (ulong)rule.Kind, rule.Argument))),
            ConstantTable.Of(BookTable.SelectionRules, _rows.Of(SectionKind.SelectionRules).Select(row => ConstantEntry.Of(
                row.Row[SelectionRuleColumns.SelectionRule],
                (ulong)row.Id,
                (ulong)CellValues.SelectionRuleKindOf(row.Row[SelectionRuleColumns.Kind]),
                (ulong)CellValues.SeverityOf(row.Row[SelectionRuleColumns.Severity])))),
            ConstantTable.Of(BookTable.RuleSets, RuleSets()),
            .. InputTables(),
            .. new PayerLayout(_rows, _rules, ranks).Tables(),
        ];
    }

    private IEnumerable<ConstantTable> ProcedureTables()
    {
        var procedures = _settled.Procedures;
        return
        [
            ConstantTable.Of(BookTable.ProcedureRules, _codes.Of(CodeSystem.Cpt).SelectMany(key =>
            {
                var className = procedures.ClassOf(key);
                return procedures.PeriodsOf(key).Select(period => Entry(CodeKey.ToText(key), Decided(rule => rule.Decide(key, period, className))));
            })),
            ConstantTable.Of(BookTable.ProcedureClasses, procedures.Classes.Append(new(0, 0, "")).Select(range =>
            {
                var className = range.Class.Length > 0 ? range.Class : null;
                var masks = Decided(rule => rule.Decide(0, ProcedurePeriod.Unknown, className));
                return ConstantEntry.Of(className ?? "any other", [range.From, range.To, .. masks.SelectMany(mask => mask)]);
            })),
        ];
    }

    private IEnumerable<ConstantTable> InputTables()
    {
        var inputs = Enum.GetValues(typeof(RuleInput)).Cast<RuleInput>();
        var named =
            from rule in _rules
            from condition in rule.Conditions
            where condition.IsOfLine
            from value in condition.Values
            let range = condition.RangeOf(value)!.Value
            group rule by (condition.Input, range.From, range.To) into value
            orderby value.Key
            select value;
        return
        [
            ConstantTable.Of(BookTable.InputRules, inputs.Select(input => Entry(
                input.ToString(),
                Mask(rule => rule.Asks(input)),
                Mask(rule => rule.Conditions.All(condition => condition.Input != input || condition.IsNot))))),
            ConstantTable.Of(BookTable.InputValues, named.Select(value => ConstantEntry.Of(
                value.Key.Input.ToString(), [(ulong)value.Key.Input, value.Key.From, value.Key.To, .. Mask(value.Contains)]))),
            new DiagnosisSides(_rows).Table(_codes, _settled.Diagnoses),
        ];
    }

    // A modifier that no registry ranks stands behind those that one does; one that does not exist has no rank.
    private ulong RankOf(ulong modifier)
    {
        if (_settled.Modifiers.StatusOf(modifier) == CodeStatus.NotInCodeSet)
        {
            return 0;
        }

        var registered = _codes.Mentions(modifier).FirstOrDefault(row => row.Section == SectionKind.ModifierRegistry);
        return registered is null ? (ulong)BookFormat.LastRank : ulong.Parse(registered.Row[RegistryColumns.Rank], CultureInfo.InvariantCulture);
    }

    private IEnumerable<ConstantEntry> RuleSets()
    {
        foreach (RuleKind kind in Enum.GetValues(typeof(RuleKind)))
        {
            yield return Entry(kind.ToString(), OfFamily(RuleFamilies.Of(kind), rule => rule.Kind == kind));
        }

        foreach (RuleGroup group in Enum.GetValues(typeof(RuleGroup)))
        {
            yield return Entry(group.ToString(), OfFamily(RuleFamily.Modifiers, rule => group switch
            {
                RuleGroup.Disputing => rule.Kind is RuleKind.NotApplicable or RuleKind.NotInForce && rule.Severity > Severity.Info,
                RuleGroup.Contradicting => rule.Kind is RuleKind.Conflict or RuleKind.Exclusive && rule.Severity > Severity.Info,
                RuleGroup.Dropping => rule.CertainFix == RuleColumns.DropModifiers,
                _ => rule.CertainFix == RuleColumns.MoveFirst,
            }));
        }
    }

    private ConstantTable ListedModifiers()
    {
        var modifiers = _codes.Of(CodeSystem.Modifier).ToList();
        var words = (modifiers.Count + 63) / 64;
        var listed = _rows.Of(SectionKind.Modifiers).ToLookup(row => row.Publication);
        return ConstantTable.Of(BookTable.ListedModifiers, words, _rows.Of(SectionKind.Title).Select(title =>
        {
            var bits = new ulong[words];
            foreach (var row in listed[title.Publication])
            {
                var place = modifiers.BinarySearch(row.Row.Key);
                bits[place / 64] |= 1ul << (place % 64);
            }

            return ConstantEntry.Of(CodeKey.ToText(title.Row.Key), bits);
        }));
    }

    private ulong[] OfFamily(RuleFamily family, Func<ModifierRule, bool> has) =>
        [.. Mask(has).Skip((int)family * BookFormat.FamilyMask.Size).Take(BookFormat.FamilyMask.Size)];

    private ulong[] Mask(Func<ModifierRule, bool> has) => ModifierRule.Mask(_rules, has);

    private ulong[][] Decided(Func<ModifierRule, bool?> decide)
    {
        var decisions = _rules.ToDictionary(rule => rule, decide);
        return [Mask(rule => decisions[rule] is true), Mask(rule => decisions[rule] is not false)];
    }

    private static ConstantEntry Entry(string comment, params ulong[][] masks) => ConstantEntry.Of(comment, [.. masks.SelectMany(mask => mask)]);
}
