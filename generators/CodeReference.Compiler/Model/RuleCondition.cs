using System.Globalization;
using CodeReference.Compiled;

namespace CodeReference.Compiler.Model;

/// <summary>What a condition of a rule asks about.</summary>
internal enum ConditionSubject
{
    /// <summary>Nothing: the rule always applies.</summary>
    None,

    /// <summary>A fee-schedule indicator of the procedure: <c>Bilateral is 0, 1, 2</c>.</summary>
    Indicator,

    /// <summary>The class of the procedure: <c>class is surgery, radiology</c>, <c>class is not anesthesia</c>.</summary>
    Class,

    /// <summary>The payer: <c>payer is Medicare</c>.</summary>
    Payer,

    /// <summary>How many there are: <c>more than 4</c>.</summary>
    Count,
}

/// <summary>When a rule applies, as its table says it.</summary>
/// <param name="Subject">What it asks about.</param>
/// <param name="Name">The indicator's column; empty for the other subjects.</param>
/// <param name="IsNot">Whether it holds for all but the values.</param>
/// <param name="Values">The values it holds for.</param>
internal sealed record RuleCondition(ConditionSubject Subject, string Name, bool IsNot, EquatableArray<string> Values)
{
    public const string Expected =
        "nothing, or a condition like: Bilateral is 0, 1; class is not anesthesia; payer is Medicare; more than 4";

    private const string MoreThan = "more than ";

    private static readonly RuleCondition Always = new(ConditionSubject.None, "", false, default);

    /// <summary>The number of a <see cref="ConditionSubject.Count"/>.</summary>
    public int Count => int.Parse(Values[0], CultureInfo.InvariantCulture);

    /// <summary>The condition of a modifier rule's row, which the model has accepted.</summary>
    public static RuleCondition Of(Row rule) => TryParse(rule[RuleColumns.Condition], out var condition) ? condition : Always;

    public static bool TryParse(string text, out RuleCondition condition)
    {
        condition = Always;
        if (text.Length == 0)
        {
            return true;
        }

        if (text.StartsWith(MoreThan, StringComparison.Ordinal))
        {
            var number = text.Substring(MoreThan.Length);
            condition = new(ConditionSubject.Count, "", false, new([number]));
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        }

        var verb = text.IndexOf(" is ", StringComparison.Ordinal);
        if (verb < 0)
        {
            return false;
        }

        var name = text.Substring(0, verb);
        var values = text.Substring(verb + " is ".Length);
        var isNot = values.StartsWith("not ", StringComparison.Ordinal);
        values = isNot ? values.Substring("not ".Length) : values;
        var subject = name switch
        {
            "class" => ConditionSubject.Class,
            "payer" => ConditionSubject.Payer,
            _ => ConditionSubject.Indicator,
        };
        condition = new(subject, subject == ConditionSubject.Indicator ? name : "", isNot, values.Split(',').Select(value => value.Trim()).ToEquatableArray());
        return condition.Values.All(value => value.Length > 0);
    }
}
