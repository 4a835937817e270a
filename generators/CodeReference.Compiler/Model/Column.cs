using System.Globalization;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>A column of a known table: its header and what its cells may say.</summary>
internal sealed record Column(string Header, CodeSystem System, string Expected, Func<string, bool> Accepts)
{
    /// <summary>Whether a cell holds codes, one or several, of this system or of one that its row names.</summary>
    public bool HoldsCodes { get; init; } = System != CodeSystem.None;

    /// <summary>Whether a cell may hold several codes.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether a table may lack the column; its cells are then empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Any text, or none.</summary>
    public static Column Text(string header) => new(header, CodeSystem.None, "text", _ => true);

    /// <summary>Some text.</summary>
    public static Column Name(string header) => new(header, CodeSystem.None, "text", text => text.Length > 0);

    /// <summary>An indicator, a code or an amount, or none: never a word of a text.</summary>
    public static Column Figure(string header, bool isOptional = true) =>
        new(header, CodeSystem.None, "an indicator of at most three characters, or a code or amount of at most ten", text => IsFigure(text) && (isOptional || text.Length > 0));

    /// <summary>A whole number.</summary>
    public static Column Count(string header) =>
        new(header, CodeSystem.None, "a whole number", text => text.Length is > 0 and <= 9 && text.All(c => c is >= '0' and <= '9'));

    /// <summary>One code of a system.</summary>
    public static Column Code(string header, CodeSystem system) =>
        new(header, system, CodeFormat.Of(system), text => CodeKey.TryPack(system, text.AsSpan(), out _));

    /// <summary>One code of the system that the row names in another column.</summary>
    public static Column CodeOf(string header) =>
        new(header, CodeSystem.None, "a taxonomy or ICD-10-CM code", text =>
            CodeKey.TryPack(CodeSystem.NuccTaxonomy, text.AsSpan(), out _) || CodeKey.TryPack(CodeSystem.Icd10Cm, text.AsSpan(), out _))
        {
            HoldsCodes = true,
        };

    /// <summary>Codes of a system with spaces between them, or none.</summary>
    public static Column Codes(string header, CodeSystem system) =>
        new(header, CodeSystem.None, "codes with spaces between them, each " + CodeFormat.Of(system), text =>
            CellValues.Codes(text).All(code => CodeKey.TryPack(system, code.AsSpan(), out _)))
        {
            HoldsCodes = true,
            IsList = true,
        };

    /// <summary>Groups of codes of a system with semicolons between them, or none.</summary>
    public static Column CodeGroups(string header, CodeSystem system) =>
        new(header, CodeSystem.None, "codes with spaces between them and groups with semicolons, each " + CodeFormat.Of(system), text =>
            CellValues.CodeGroups(text).All(group => CellValues.Codes(group) is { Length: > 0 } codes && codes.All(code => CodeKey.TryPack(system, code.AsSpan(), out _))))
        {
            HoldsCodes = true,
            IsList = true,
        };

    /// <summary>One of some words.</summary>
    public static Column Choice(string header, params string[] words) =>
        new(header, CodeSystem.None, "one of: " + string.Join(", ", words.Select(word => word.Length == 0 ? "nothing" : word)), words.Contains);

    /// <summary>A decimal number of at most three decimals, or none.</summary>
    public static Column Number(string header) =>
        new(header, CodeSystem.None, "a number from 0 to 1000000 with at most three decimals, or nothing", text => text.Length == 0 || CellValues.TryThousandths(text, out _));

    /// <summary>A date, or none.</summary>
    public static Column Date(string header) =>
        new(header, CodeSystem.None, "a date like 2025-12-31, or nothing", text =>
            text.Length == 0 || DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    /// <summary>Terms with semicolons between them, or none.</summary>
    public static Column Terms(string header) =>
        new(header, CodeSystem.None, "terms of at most 128 bytes with semicolons between them", text => CellValues.Terms(text).All(term => term.Length > 0));

    /// <summary>What shows a documentation element: phrases and facts with semicolons between them, or none.</summary>
    public static Column Cues(string header) =>
        new(header, CodeSystem.None, "phrases with semicolons between them, or one of: " + string.Join(", ", CellValues.Facts), text => CellValues.Terms(text).All(CellValues.IsCue));

    /// <summary>The kind of a rule, in words.</summary>
    public static Column RuleKind(string header) =>
        new(header, CodeSystem.None, "one of: " + string.Join(", ", CellValues.RuleKinds), CellValues.RuleKinds.Contains);

    /// <summary>When a rule applies.</summary>
    public static Column Condition(string header) =>
        new(header, CodeSystem.None, RuleCondition.Expected, text => RuleCondition.TryParse(text, out _));

    /// <summary>Whether a text is what <see cref="Figure"/> accepts.</summary>
    public static bool IsFigure(string text) =>
        text.Length <= 10
        && text.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or '.' or '+' or '-' or '*')
        && (text.Length <= 3 || text.Any(c => c is >= '0' and <= '9'));
}
