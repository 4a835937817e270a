using System.Globalization;
using System.Text;
using CodeReference.Compiled;

namespace CodeReference.Compiler.Model;

/// <summary>What the text of a cell means.</summary>
internal static class Values
{
    /// <summary>The kinds of rule, as a table writes them.</summary>
    public static readonly string[] RuleKinds = [.. Enum.GetNames(typeof(RuleKind)).Select(Words)];

    /// <summary>The codes of a cell that holds several.</summary>
    public static string[] Codes(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The keys of the codes of a cell that the model has accepted: a code is the same in any case.</summary>
    public static ulong[] Keys(CodeSystem system, string text) =>
        [.. Codes(text).Select(code => CodeKey.TryPack(system, code.AsSpan(), out var key) ? key : 0)];

    /// <summary>The groups of a cell that holds groups of codes.</summary>
    public static string[] CodeGroups(string text) => text.Length == 0 ? [] : text.Split(';');

    /// <summary>A date of a cell as a number, "2025-12-31" as 20251231; 0 for none.</summary>
    public static ulong DateNumber(string text) => text.Length == 0 ? 0 : ulong.Parse(text.Replace("-", ""), CultureInfo.InvariantCulture);

    /// <summary>The terms of a cell that holds several, each in its normal form; an empty one is no term.</summary>
    public static string[] Terms(string text) => text.Length == 0 ? [] : [.. text.Split(';').Select(Normalize)];

    /// <summary>A term in the form in which terms are compared; empty when it is none.</summary>
    public static string Normalize(string term)
    {
        var normal = new byte[Term.MaxLength];
        var length = Term.Normalize(Encoding.UTF8.GetBytes(term), normal);
        return Encoding.UTF8.GetString(normal, 0, length);
    }

    /// <summary>A number in thousandths: "10.1" is 10,100.</summary>
    public static bool TryThousandths(string text, out uint thousandths)
    {
        thousandths = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 1_000_000
            || number * 1000 != decimal.Truncate(number * 1000))
        {
            return false;
        }

        thousandths = (uint)(number * 1000);
        return true;
    }

    /// <summary>The kind of rule that a table writes so: one of <see cref="RuleKinds"/>.</summary>
    public static RuleKind RuleKindOf(string text) => (RuleKind)Array.IndexOf(RuleKinds, text);

    public static Severity SeverityOf(string text) => text switch
    {
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        "error" => Severity.Error,
        _ => Severity.None,
    };

    // "NotApplicable" is "not applicable" in a table.
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
