using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>
/// Lays out what a payer does to the rules: which of them it has, how much each weighs, and the order of modifiers that it
/// asks for. A name that several payers share decides only what all of them have in common.
/// </summary>
internal sealed class PayerLayout
{
    private readonly IReadOnlyList<ModifierRule> _rules;
    private readonly IReadOnlyDictionary<ulong, ulong> _ranks;
    private readonly List<PayerProfile> _payers;
    private readonly Dictionary<(string Payer, string Rule), string> _severities;

    public PayerLayout(RowLayout rows, IReadOnlyList<ModifierRule> rules, IReadOnlyDictionary<ulong, ulong> ranks)
    {
        _rules = rules;
        _ranks = ranks;
        _payers = [.. rows.Of(SectionKind.PayerProfiles).Select(row => new PayerProfile(row))];
        _severities = rows.Of(SectionKind.PayerSeverities)
            .GroupBy(row => (row.Row[PayerSeverityColumns.Payer], row.Row[PayerSeverityColumns.Rule]))
            .ToDictionary(same => same.Key, same => same.First().Row[PayerSeverityColumns.Severity]);
    }

    public IEnumerable<ConstantTable> Tables()
    {
        var ranked = _payers.Where(payer => payer.First.Length > 0).ToList();
        IEnumerable<PayerProfile?> all = [null, .. _payers];
        return
        [
            ConstantTable.Of(BookTable.Payers, _payers.Select(payer => ConstantEntry.Of(
                payer.Name,
                (ulong)payer.RowId,
                payer.IsBinding ? 1ul : 0ul,
                MembersOf(payer).Any() ? 1ul : 0ul,
                ranked.IndexOf(payer) is >= 0 and var place ? (ulong)(place * _ranks.Count) : BookFormat.None))),
            ConstantTable.Of(BookTable.PayerRules, all.Select(payer => ConstantEntry.Of(
                NameOf(payer),
                [.. ModifierRule.Mask(_rules, rule => Decide(rule, payer) is true), .. ModifierRule.Mask(_rules, rule => Decide(rule, payer) is not false)]))),
            ConstantTable.Of(BookTable.PayerSeverities, _rules.Count, all.Select(payer => ConstantEntry.Of(
                NameOf(payer), [.. _rules.Select(rule => SeverityOf(rule, payer))]))),
            ConstantTable.Of(BookTable.PayerRanks, _ranks.Count, ranked.Select(payer => ConstantEntry.Of(
                payer.Name, [.. _ranks.Select(rank => payer.RankOf(rank.Key, rank.Value))]))),
        ];
    }

    private static string NameOf(PayerProfile? payer) => payer?.Name ?? "none";

    private IEnumerable<PayerProfile> MembersOf(PayerProfile payer) => _payers.Where(other => other.PartOf == payer.Name);

    private bool? Decide(ModifierRule rule, PayerProfile? payer)
    {
        if (payer is null)
        {
            return rule.Asks(RuleInput.Payer) ? null : true;
        }

        var answers = MembersOf(payer).Append(payer).Select(each => Holds(rule, each)).Distinct().ToList();
        var isOpen = rule.Kind == RuleKind.PayerOrder && MembersOf(payer).Any();
        return answers.Count > 1 || isOpen ? null : answers[0];
    }

    private bool Holds(ModifierRule rule, PayerProfile payer) =>
        Stated(rule, payer) != RuleColumns.Off
        && rule.Conditions.Where(condition => condition.Input == RuleInput.Payer)
            .All(condition => (condition.Values.Contains(payer.Name) || condition.Values.Contains(payer.PartOf)) != condition.IsNot);

    private ulong SeverityOf(ModifierRule rule, PayerProfile? payer)
    {
        if (payer is not null && Stated(rule, payer) is { } stated && stated != RuleColumns.Off)
        {
            return (ulong)CellValues.SeverityOf(stated);
        }

        return payer is { IsBinding: true } ? (ulong)rule.BindingSeverity
            : (ulong)rule.Severity | (rule.Kind == RuleKind.NotApplicable ? (ulong)BookFormat.PayerSeverity.IsMild : 0);
    }

    // A payer's own row overrides the row of the name that it shares.
    private string? Stated(ModifierRule rule, PayerProfile payer) =>
        _severities.TryGetValue((payer.Name, rule.Id), out var own) ? own
        : _severities.TryGetValue((payer.PartOf, rule.Id), out var shared) ? shared
        : null;

    private sealed class PayerProfile(PlacedRow row)
    {
        private readonly ulong[][] _first = [.. CellValues.CodeGroups(row.Row[PayerColumns.First]).Select(group => CellValues.Keys(CodeSystem.Modifier, group))];

        public int RowId => row.Id;

        public string Name => row.Row[PayerColumns.Payer];

        public string PartOf => row.Row[PayerColumns.PartOf];

        public bool IsBinding => row.Row[PayerColumns.Indicators] == PayerColumns.Binding;

        public ulong[][] First => _first;

        /// <summary>The modifiers that the payer wants first keep their groups; all others stand behind them in their general order.</summary>
        public ulong RankOf(ulong modifier, ulong general) =>
            general == 0 ? 0
            : Array.FindIndex(_first, group => group.Contains(modifier)) is >= 0 and var place ? (ulong)place + 1
            : general + (ulong)_first.Length;
    }
}
