using System.Globalization;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>One condition of a rule: all that its row names have to hold.</summary>
/// <param name="Subject">What it asks about, as the table writes it: "class", "payer", a column of the indicators.</param>
/// <param name="Input">What it takes to decide it.</param>
/// <param name="IsNot">Whether it holds for all but the values.</param>
/// <param name="Values">The values it holds for.</param>
internal sealed record RuleCondition(string Subject, RuleInput Input, bool IsNot, EquatableArray<string> Values)
{
    public const string Expected =
        "nothing, or conditions with semicolons between them, like: Bilateral is 0, 1; class is not anesthesia; procedure is 45378; payer is Medicare; "
        + "claim type is ASC; place of service is 11; taxonomy is 363A; laterality is left; units is not 1; more than 4";

    /// <summary>The subject of a condition on the number of modifiers.</summary>
    public const string MoreThan = "more than";

    public const string Procedure = "procedure";

    public const string AdjudicationIndicator = "Adjudication Indicator";

    private const int MaxUnits = 999_999_999;

    private static readonly Dictionary<string, RuleInput> Inputs = new(StringComparer.Ordinal)
    {
        [MoreThan] = RuleInput.None,
        [Procedure] = RuleInput.None,
        ["class"] = RuleInput.ProcedureClass,
        [AdjudicationIndicator] = RuleInput.UnlikelyEdit,
        ["payer"] = RuleInput.Payer,
        ["claim type"] = RuleInput.ClaimType,
        ["place of service"] = RuleInput.PlaceOfService,
        ["taxonomy"] = RuleInput.Taxonomy,
        ["laterality"] = RuleInput.Diagnoses,
        ["units"] = RuleInput.Units,
    };

    private static readonly string[] ClaimTypes = ["", "professional", "ASC", "hospital outpatient"];

    /// <summary>The number of a condition on how many modifiers there are.</summary>
    public int Count => int.Parse(Values[0], CultureInfo.InvariantCulture);

    /// <summary>Whether it asks about the claim line and not about the procedure, so that a value of the line decides it.</summary>
    public bool IsOfLine => Input is RuleInput.ClaimType or RuleInput.PlaceOfService or RuleInput.Taxonomy or RuleInput.Diagnoses or RuleInput.Units;

    /// <summary>Whether it asks about the procedure: its code, or what the book knows of it.</summary>
    public bool IsOfProcedure => Subject == Procedure || Input is RuleInput.ProcedureClass or RuleInput.FeeSchedule or RuleInput.UnlikelyEdit;

    /// <summary>The conditions of a modifier rule's row, which the model has accepted.</summary>
    public static EquatableArray<RuleCondition> Of(Row rule) =>
        TryParse(rule[RuleColumns.Condition], out var conditions) ? conditions : EquatableArray<RuleCondition>.Empty;

    public static bool TryParse(string text, out EquatableArray<RuleCondition> conditions)
    {
        var parsed = text.Length == 0 ? [] : text.Split(';').Select(condition => ParseOne(condition.Trim())).ToArray();
        conditions = parsed.OfType<RuleCondition>().ToEquatableArray();
        return conditions.Count == parsed.Length && conditions.Select(condition => condition.Subject).Distinct().Count() == parsed.Length;
    }

    /// <summary>Whether it holds for a value of its subject.</summary>
    public bool Holds(string value) => Values.Contains(value) != IsNot;

    /// <summary>The first and last number of a value's range; nothing when the subject does not have the value.</summary>
    public (ulong From, ulong To)? RangeOf(string value)
    {
        switch (Input)
        {
            case RuleInput.ClaimType:
                return Single(Array.IndexOf(ClaimTypes, value));
            case RuleInput.Diagnoses:
                return value switch
                {
                    "left" => Single((int)Laterality.Left),
                    "right" => Single((int)Laterality.Right),
                    _ => null,
                };
            case RuleInput.Units:
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units <= MaxUnits ? Single(units) : null;
            case RuleInput.PlaceOfService:
                return CodeKey.TryPack(CodeSystem.PlaceOfService, value.AsSpan(), out var place) ? (place, place) : null;
            case RuleInput.Taxonomy:
                return CodeKey.TryPackBeginning(CodeSystem.NuccTaxonomy, value.AsSpan(), out var from, out var to) ? (from, to) : null;
            default:
                return null;
        }

        static (ulong, ulong)? Single(int number) => number > 0 ? ((ulong)number, (ulong)number) : null;
    }

    private static RuleCondition? ParseOne(string text)
    {
        if (text.StartsWith(MoreThan + " ", StringComparison.Ordinal))
        {
            var number = text.Substring(MoreThan.Length + 1);
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? new(MoreThan, RuleInput.None, false, new([number]))
                : null;
        }

        var verb = text.IndexOf(" is ", StringComparison.Ordinal);
        if (verb < 0)
        {
            return null;
        }

        var subject = text.Substring(0, verb);
        var values = text.Substring(verb + " is ".Length);
        var isNot = values.StartsWith("not ", StringComparison.Ordinal);
        values = isNot ? values.Substring("not ".Length) : values;
        // Whatever else is asked about is a column of the indicators.
        var input = Inputs.TryGetValue(subject, out var known) ? known : RuleInput.FeeSchedule;
        var condition = new RuleCondition(subject, input, isNot, values.Split(',').Select(value => value.Trim()).ToEquatableArray());
        return condition.Values.All(value => value.Length > 0) && (!condition.IsOfLine || condition.Values.All(value => condition.RangeOf(value) is not null))
            ? condition
            : null;
    }
}
