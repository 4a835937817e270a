using System.Globalization;
using CodeReference.Compiled;
using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Turns the rule table into bits: a rule is a bit, and what a modifier, a procedure, a class or a payer does to the rules
/// is a mask. To run all rules on a line is then to combine the masks of what stands on it.
/// </summary>
internal sealed class RuleLayout
{
    private const ulong LastRank = 5;

    private static readonly int FeeScheduleModifier = TableSchema.Of(SectionKind.FeeSchedule).IndexOf("Modifier");

    private readonly RowLayout _rows;
    private readonly CodeLayout _codes;
    private readonly List<Rule> _rules;
    private readonly Dictionary<ulong, PlacedRow> _indicators;
    private readonly List<(ulong From, ulong To, string Class)> _classes;

    public RuleLayout(RowLayout rows, CodeLayout codes)
    {
        _rows = rows;
        _codes = codes;
        _rules = [.. rows.Of(SectionKind.ModifierRules).Take(BookFormat.MaxRules).Select((row, number) => new Rule(number, row))];
        // The official file before a table; its rows with a modifier are about a part of the procedure.
        var official = rows.Of(SectionKind.FeeSchedule).Where(row => row.Row[FeeScheduleModifier].Length == 0);
        _indicators = official.Concat(rows.Of(SectionKind.FeeScheduleIndicators)).GroupBy(row => row.Row.Key).ToDictionary(row => row.Key, row => row.First());
        _classes = [.. rows.Of(SectionKind.ProcedureClasses).Select(row => (KeyOfProcedure(row.Row[1]), KeyOfProcedure(row.Row[2]), row.Row[0]))];
    }

    public IEnumerable<ConstantTable> Tables() =>
    [
        ConstantTable.Of(BookTable.ModifierRanks, 1, _codes.Of(CodeSystem.Modifier).Select(RankOf)),
        ConstantTable.Of(BookTable.ModifierRules, 4, _codes.Of(CodeSystem.Modifier).Select(key =>
            Entry(CodeKey.ToText(key), Mask(rule => rule.Modifiers.Contains(key)), Mask(rule => rule.With.Contains(key))))),
        ConstantTable.Of(BookTable.ProcedureIndicators, 1, _codes.Of(CodeSystem.Cpt).Select(key =>
            ConstantEntry.Of(CodeKey.ToText(key), _indicators.TryGetValue(key, out var row) ? (ulong)row.Id : BookFormat.None))),
        ConstantTable.Of(BookTable.ProcedureRules, 4, _codes.Of(CodeSystem.Cpt).Select(RulesOf)),
        ConstantTable.Of(BookTable.ProcedureClasses, 4, _classes.Select(range =>
            ConstantEntry.Of(range.Class, [range.From, range.To, .. Mask(rule => IsAlwaysMet(rule) || IsMetByClass(rule, range.Class))]))),
        ListedModifiers(),
        ConstantTable.Of(BookTable.Rules, BookFormat.Rule.Size, _rules.Select(rule => ConstantEntry.Of(
            rule.Id, (ulong)rule.RowId, (ulong)rule.Kind, (ulong)rule.Severity, (ulong)rule.BindingSeverity, rule.Argument))),
        ConstantTable.Of(BookTable.RuleSets, 2, RuleSets()),
        ConstantTable.Of(BookTable.Payers, BookFormat.Payer.Size, _rows.Of(SectionKind.PayerProfiles).Select(row =>
            ConstantEntry.Of(row.Row[0], (ulong)row.Id, row.Row[2] == "binding" ? 1ul : 0ul))),
        ConstantTable.Of(BookTable.PayerRules, 2, _rows.Of(SectionKind.PayerProfiles).Select(row =>
            Entry(row.Row[0], Mask(rule => rule.Condition.Subject != ConditionSubject.Payer || Holds(rule, row.Row[0]))))),
    ];

    private ConstantEntry RankOf(ulong modifier)
    {
        var mentions = _codes.Mentions(modifier);
        var registered = mentions.FirstOrDefault(row => row.Section == SectionKind.ModifierRegistry);
        // An official modifier that no registry ranks stands behind those that one does.
        var unranked = mentions.Any(row => row.Section == SectionKind.OfficialModifiers) ? LastRank : 0ul;
        return ConstantEntry.Of(CodeKey.ToText(modifier), registered is null ? unranked : ulong.Parse(registered.Row[3], CultureInfo.InvariantCulture));
    }

    private ConstantEntry RulesOf(ulong procedure)
    {
        var indicators = _indicators.TryGetValue(procedure, out var row) ? row.Row : null;
        var classes = _classes.Where(range => ProcedureRange.Contains(range.From, range.To, procedure)).Select(range => range.Class).Take(1).ToList();
        var met = Mask(rule =>
            IsAlwaysMet(rule)
            || (indicators is not null && rule.Condition.Subject == ConditionSubject.Indicator && Holds(rule, indicators[(int)rule.Argument]))
            || classes.Exists(name => IsMetByClass(rule, name)));
        var undecided = Mask(rule =>
            (indicators is null && rule.Condition.Subject == ConditionSubject.Indicator)
            || (classes.Count == 0 && rule.Condition.Subject == ConditionSubject.Class));
        return Entry(CodeKey.ToText(procedure), met, undecided);
    }

    private static bool IsAlwaysMet(Rule rule) => rule.Condition.Subject is not (ConditionSubject.Indicator or ConditionSubject.Class);

    private static bool IsMetByClass(Rule rule, string name) => rule.Condition.Subject == ConditionSubject.Class && Holds(rule, name);

    private static bool Holds(Rule rule, string value) => rule.Condition.Values.Contains(value) != rule.Condition.IsNot;

    private IEnumerable<ConstantEntry> RuleSets()
    {
        foreach (RuleKind kind in Enum.GetValues(typeof(RuleKind)))
        {
            yield return Entry(kind.ToString(), Mask(rule => rule.Kind == kind));
        }

        foreach (RuleGroup group in Enum.GetValues(typeof(RuleGroup)))
        {
            yield return Entry(group.ToString(), Mask(rule => group switch
            {
                RuleGroup.ByIndicator => rule.Condition.Subject == ConditionSubject.Indicator,
                RuleGroup.ByClass => rule.Condition.Subject == ConditionSubject.Class,
                RuleGroup.ByPayer => rule.Condition.Subject == ConditionSubject.Payer,
                RuleGroup.Disputing => rule.Kind == RuleKind.NotApplicable && rule.Severity > Severity.Info,
                _ => rule.DropsModifiers,
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

    private ulong[] Mask(Func<Rule, bool> has)
    {
        var mask = new ulong[2];
        foreach (var rule in _rules.Where(has))
        {
            mask[rule.Number / 64] |= 1ul << (rule.Number % 64);
        }

        return mask;
    }

    private static ConstantEntry Entry(string comment, params ulong[][] masks) => ConstantEntry.Of(comment, [.. masks.SelectMany(mask => mask)]);

    private static ulong KeyOfProcedure(string code) => CodeKey.TryPack(CodeSystem.Cpt, code.AsSpan(), out var key) ? key : 0;

    private sealed class Rule
    {
        public Rule(int number, PlacedRow row)
        {
            Number = number;
            RowId = row.Id;
            Id = row.Row[0];
            Kind = Values.RuleKindOf(row.Row[RuleColumns.Kind]);
            Condition = RuleCondition.Of(row.Row);
            Modifiers = [.. Values.Keys(CodeSystem.Modifier, row.Row[RuleColumns.Modifiers])];
            With = [.. Values.Keys(CodeSystem.Modifier, row.Row[RuleColumns.With])];
            Severity = Values.SeverityOf(row.Row[RuleColumns.Severity]);
            var binding = Values.SeverityOf(row.Row[RuleColumns.BindingSeverity]);
            BindingSeverity = binding == Severity.None ? Severity : binding;
            DropsModifiers = row.Row[RuleColumns.CertainFix].Length > 0;
        }

        public int Number { get; }

        public int RowId { get; }

        public string Id { get; }

        public RuleKind Kind { get; }

        public RuleCondition Condition { get; }

        public HashSet<ulong> Modifiers { get; }

        public HashSet<ulong> With { get; }

        public Severity Severity { get; }

        public Severity BindingSeverity { get; }

        public bool DropsModifiers { get; }

        /// <summary>For "more than": the number. For an indicator: its column.</summary>
        public ulong Argument => Condition.Subject switch
        {
            ConditionSubject.Count => (ulong)Condition.Count,
            ConditionSubject.Indicator => (ulong)Math.Max(0, TableSchema.Of(SectionKind.FeeScheduleIndicators).IndexOf(Condition.Name)),
            _ => 0,
        };
    }
}
