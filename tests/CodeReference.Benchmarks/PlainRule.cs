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
    Conflict,
    Exclusive,
    NotApplicable,
    PayerDependent,
    UnknownPayer,
    OfSelection,
}

/// <summary>A row of the rule table as the plain rival holds it.</summary>
internal sealed class PlainRule
{
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
            "conflict" => PlainKind.Conflict,
            "exclusive" => PlainKind.Exclusive,
            "not applicable" => PlainKind.NotApplicable,
            "payer dependent" => PlainKind.PayerDependent,
            "unknown payer" => PlainKind.UnknownPayer,
            _ => PlainKind.OfSelection,
        };
        Modifiers = SetOf(row["Modifiers"]);
        With = SetOf(row["With"]);
        Severity = Enum.Parse<Severity>(row["Severity"], ignoreCase: true);
        BindingSeverity = row["Binding Severity"].Length > 0 ? Enum.Parse<Severity>(row["Binding Severity"], ignoreCase: true) : Severity;
        var condition = row["Condition"];
        if (Kind == PlainKind.TooMany)
        {
            Limit = int.Parse(condition["more than ".Length..], CultureInfo.InvariantCulture);
        }
        else if (condition.Split(" is ") is [var subject, var values])
        {
            Subject = subject;
            IsNegated = values.StartsWith("not ", StringComparison.Ordinal);
            Values = values[(IsNegated ? "not ".Length : 0)..].Split(", ").ToFrozenSet(StringComparer.Ordinal);
        }
    }

    public string Id { get; }

    public PlainKind Kind { get; }

    public FrozenSet<string> Modifiers { get; }

    public FrozenSet<string> With { get; }

    public Severity Severity { get; }

    public Severity BindingSeverity { get; }

    public int Limit { get; }

    /// <summary>"payer", "class" or a column of the indicators; empty when the rule has no condition.</summary>
    public string Subject { get; } = "";

    private FrozenSet<string> Values { get; } = [];

    private bool IsNegated { get; }

    /// <summary>Whether the condition holds; null when there is no value to judge by.</summary>
    public bool? Holds(string? value) => value is null ? null : Values.Contains(value) != IsNegated;

    private static FrozenSet<string> SetOf(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
