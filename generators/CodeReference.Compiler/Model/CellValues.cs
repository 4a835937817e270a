using System.Globalization;
using System.Text;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>What the text of a cell means.</summary>
internal static class CellValues
{
    /// <summary>The kinds of rule, as a table writes them.</summary>
    public static readonly string[] RuleKinds = [.. Enum.GetNames(typeof(RuleKind)).Select(Words)];

    /// <summary>The kinds of rule of code selection, as a table writes them.</summary>
    public static readonly string[] SelectionRuleKinds = [.. Enum.GetNames(typeof(SelectionRuleKind)).Select(Words)];

    /// <summary>What a word of a narrative does, as a table writes it.</summary>
    public static readonly string[] NarrativeWords = [.. Enum.GetNames(typeof(NarrativeWord)).Select(Words)];

    /// <summary>The codes of a cell that holds several.</summary>
    public static string[] Codes(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The keys of the codes of a cell that the model has accepted: a code is the same in any case.</summary>
    public static ulong[] Keys(CodeSystem system, string text) =>
        [.. Codes(text).Select(code => CodeKey.TryPack(system, code.AsSpan(), out var key) ? key : 0)];

    /// <summary>The groups of a cell that holds groups of codes.</summary>
    public static string[] CodeGroups(string text) => text.Length == 0 ? [] : text.Split(';');

    /// <summary>A date of a cell as a number, "2025-12-31" as 20251231; 0 for none.</summary>
    public static ulong DateNumber(string text) => text.Length == 0 ? 0 : ulong.Parse(text.Replace("-", ""), CultureInfo.InvariantCulture);

    /// <summary>The terms of a cell that holds several, each in its normal form; an empty one is not a term.</summary>
    public static string[] Terms(string text) => text.Length == 0 ? [] : [.. text.Split(';').Select(Normalize)];

    /// <summary>A term in the form in which terms are compared; empty when the text is not a term.</summary>
    public static string Normalize(string term)
    {
        var normal = new byte[Term.MaxLength];
        var length = Term.Normalize(Encoding.UTF8.GetBytes(term), normal);
        return Encoding.UTF8.GetString(normal, 0, length);
    }

    /// <summary>The terms of a cell that holds several, each as the words that a text is searched for.</summary>
    public static string[] Phrases(string text) => [.. Terms(text).Select(Phrase).Where(phrase => phrase.Length > 0)];

    /// <summary>A term as the words that a text is searched for; empty when it has none.</summary>
    public static string Phrase(string term)
    {
        var words = new byte[(Encoding.UTF8.GetByteCount(term) * WordReader.MostBytesPerByte) + 1];
        return Encoding.UTF8.GetString(words, 0, WordReader.ReadAll(term.AsSpan(), words));
    }

    /// <summary>What of a cell of cues is found by reading, and not by a phrase: "{site}".</summary>
    public static ElementFact FactsOf(string cues) =>
        Terms(cues).Select(FactOf).Aggregate(ElementFact.None, (facts, fact) => facts | fact);

    /// <summary>Whether a cue is a phrase, or one of the facts that a reader finds.</summary>
    public static bool IsCue(string cue) => cue.IndexOf('{') < 0 ? Phrase(cue).Length > 0 : FactOf(cue) != ElementFact.None;

    /// <summary>The facts that a cell of cues may name.</summary>
    public static readonly string[] Facts =
        [.. Enum.GetNames(typeof(ElementFact)).Where(name => name != nameof(ElementFact.None)).Select(name => "{" + Words(name) + "}")];

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

    /// <summary>The kind of rule of code selection that a table writes so: one of <see cref="SelectionRuleKinds"/>.</summary>
    public static SelectionRuleKind SelectionRuleKindOf(string text) => (SelectionRuleKind)Array.IndexOf(SelectionRuleKinds, text);

    /// <summary>The kind of rule that a table writes so: one of <see cref="RuleKinds"/>.</summary>
    public static RuleKind RuleKindOf(string text) => (RuleKind)Array.IndexOf(RuleKinds, text);

    public static Severity SeverityOf(string text) => text switch
    {
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        "error" => Severity.Error,
        _ => Severity.None,
    };

    // The facts are the bits of their enumeration, in its order.
    private static ElementFact FactOf(string cue) => Array.IndexOf(Facts, cue) is >= 0 and var bit ? (ElementFact)(1 << bit) : ElementFact.None;

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
