using System.Collections.Frozen;
using System.Globalization;

namespace CodeReference.Benchmarks;

internal enum PlainKind
{
    Malformed,
    Unrecognized,
    Repeated,
    TooMany,
    Order,
    PayerOrder,
    Conflict,
    Exclusive,
    NotApplicable,
    Noted,
    NotFirst,
    PayerDependent,
    UnknownPayer,
    SharedPayer,
    OfAbsentInput,
}

/// <summary>A condition of a rule: its subject, "payer", "class" or a column of the indicators, and the values that it names.</summary>
internal sealed record PlainCondition(string Subject, bool IsNegated, FrozenSet<string> Values)
{
    /// <summary>Whether it holds; null when there is no value to judge by.</summary>
    public bool? Holds(string? value) => value is null ? null : Values.Contains(value) != IsNegated;
}

/// <summary>A row of the rule table as the plain rival holds it.</summary>
internal sealed class PlainRule
{
    private const string MoreThan = "more than ";

    public PlainRule(Dictionary<string, string> row)
    {
        Id = row["Rule"];
        Kind = row["Kind"] switch
        {
            "malformed" => PlainKind.Malformed,
            "unrecognized" => PlainKind.Unrecognized,
            "repeated" => PlainKind.Repeated,
            "too many" => PlainKind.TooMany,
            "order" => PlainKind.Order,
            "payer order" => PlainKind.PayerOrder,
            "conflict" => PlainKind.Conflict,
            "exclusive" => PlainKind.Exclusive,
            "not applicable" => PlainKind.NotApplicable,
            "noted" => PlainKind.Noted,
            "not first" => PlainKind.NotFirst,
            "payer dependent" => PlainKind.PayerDependent,
            "unknown payer" => PlainKind.UnknownPayer,
            "shared payer" => PlainKind.SharedPayer,
            "not in force" or "too many units" => PlainKind.OfAbsentInput,
            var kind => throw new InvalidDataException($"Unknown kind of rule: {kind}."),
        };
        Modifiers = SetOf(row["Modifiers"]);
        With = SetOf(row["With"]);
        Severity = Enum.Parse<Severity>(row["Severity"], ignoreCase: true);
        BindingSeverity = row["Binding Severity"].Length > 0 ? Enum.Parse<Severity>(row["Binding Severity"], ignoreCase: true) : Severity;
        var conditions = row["Condition"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        MovesFirst = row["Certain Fix"] == "move modifiers first";
        Limit = conditions.FirstOrDefault(text => text.StartsWith(MoreThan, StringComparison.Ordinal)) is { } limit
            ? int.Parse(limit[MoreThan.Length..], CultureInfo.InvariantCulture)
            : 0;
        Conditions = [.. conditions.Where(text => !text.StartsWith(MoreThan, StringComparison.Ordinal)).Select(ConditionOf)];
    }

    public string Id { get; }

    public PlainKind Kind { get; }

    public FrozenSet<string> Modifiers { get; }

    public FrozenSet<string> With { get; }

    public Severity Severity { get; }

    public Severity BindingSeverity { get; }

    public int Limit { get; }

    /// <summary>Whether its modifiers come before all others.</summary>
    public bool MovesFirst { get; }

    public PlainCondition[] Conditions { get; }

    public bool AsksPayer => Kind == PlainKind.PayerOrder || Conditions.Any(condition => condition.Subject == "payer");

    private static PlainCondition ConditionOf(string text)
    {
        var (subject, values) = (text.Split(" is ")[0], text.Split(" is ")[1]);
        var isNegated = values.StartsWith("not ", StringComparison.Ordinal);
        return new(subject, isNegated, values[(isNegated ? "not ".Length : 0)..].Split(", ").ToFrozenSet(StringComparer.Ordinal));
    }

    private static FrozenSet<string> SetOf(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
