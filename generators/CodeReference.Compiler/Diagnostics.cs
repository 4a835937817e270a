using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler;

/// <summary>An entry of the catalogue of diagnostics.</summary>
/// <param name="Id">CR and four digits, the first of which is the stage; never used again for another meaning.</param>
/// <param name="Title">A few words.</param>
/// <param name="Message">The thing, the value found and what was expected, as a composite format string.</param>
/// <param name="Severity">Error: no lookup can be built from it. Warning: it can, and someone should look.</param>
internal sealed record DiagnosticRule(string Id, string Title, string Message, Severity Severity);

/// <summary>Something that is wrong in a file, and where.</summary>
/// <param name="Rule">What kind of thing it is.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The very cell, or what stands for it.</param>
/// <param name="Arguments">What the rule's message says of this case.</param>
/// <param name="Evidence">What the case rests on; null when the file contradicts nothing but the dialect.</param>
internal sealed record Diagnostic(DiagnosticRule Rule, string Path, SourceSpan Span, EquatableArray<string> Arguments, Evidence? Evidence = null)
{
    /// <summary>What is wrong, in a sentence.</summary>
    public string Message => string.Format(System.Globalization.CultureInfo.InvariantCulture, Rule.Message, [.. Arguments]);

    public static Diagnostic At(DiagnosticRule rule, string path, SourceSpan span, params string[] arguments) =>
        new(rule, path, span, new(arguments));

    public override string ToString() =>
        FormattableString.Invariant($"{Path}({Span.Line},{Span.Column}): {Rule.Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}");
}

/// <summary>Both sides of a contradiction.</summary>
/// <param name="Published">What the publication says.</param>
/// <param name="Official">What the official source says; empty when it says nothing.</param>
/// <param name="Source">The source, by its name and edition.</param>
internal sealed record Evidence(string Published, string Official, string Source);

/// <summary>The catalogue: everything that the compiler can say, in the order of ids.</summary>
internal static class Diagnostics
{
    // CR1: reading.
    public static readonly DiagnosticRule NotUtf8 = new(
        "CR1001", "File is not UTF-8", "The file is not UTF-8, so what it says can only be guessed; save it as UTF-8", Severity.Error);

    public static readonly DiagnosticRule UnknownCodeSet = new(
        "CR1010", "Unknown code set", "The file is no official file that is known; it begins \"{0}\". Expected one of: {1}", Severity.Error);

    public static readonly DiagnosticRule MissingColumn = new(
        "CR1011", "Missing column", "The file is like one of {0}, and has no column {1}", Severity.Error);

    public static readonly DiagnosticRule UnterminatedQuote = new(
        "CR1012", "Unterminated quote", "The quote that opens here is never closed, so that the rest of the file would be one cell; nothing from here on is read", Severity.Error);

    public static readonly DiagnosticRule TruncatedLine = new(
        "CR1013", "Truncated line", "The line has {1} characters; one of {0} has at least {2}", Severity.Error);

    public static readonly DiagnosticRule NoRows = new(
        "CR1014", "No rows", "The file of {0} has no rows; nothing stands below its header", Severity.Error);

    // CR2: modelling.
    public static readonly DiagnosticRule NoTitle = new(
        "CR2001", "Publication has no title", "The publication has no title; expected a line like \"CPT 14020: What the procedure is\"", Severity.Error);

    public static readonly DiagnosticRule MalformedCode = new(
        "CR2002", "Malformed code", "{0} \"{1}\" is malformed; expected {2}", Severity.Error);

    public static readonly DiagnosticRule UnknownTable = new(
        "CR2003", "Unknown table", "No table has the columns {0}; its rows are kept as text. Expected one of: {1}", Severity.Warning);

    public static readonly DiagnosticRule RaggedRow = new(
        "CR2004", "Ragged row", "{0} row \"{1}\" has {2} cells; the header has {3}", Severity.Error);

    public static readonly DiagnosticRule EmptyCell = new(
        "CR2005", "Empty cell", "{0} row has nothing under {1}", Severity.Error);

    public static readonly DiagnosticRule DuplicateKey = new(
        "CR2006", "Duplicate key", "{0} \"{1}\" is already at {2}; a key stands once", Severity.Error);

    public static readonly DiagnosticRule UnexpectedValue = new(
        "CR2007", "Unexpected value", "{0} row \"{1}\" has \"{2}\" under {3}; expected {4}", Severity.Error);

    public static readonly DiagnosticRule UnknownEdition = new(
        "CR2030", "Unknown edition", "Neither the name of the file nor what it says tells which edition of {0} it is; state it where the project names the file: <CodeSet Include=\"{1}\" Edition=\"2025.2\" Effective=\"2025-07-01\" />", Severity.Info);

    public static readonly DiagnosticRule MoreOfTheSame = new(
        "CR2031", "More of the same", "The file has {0} more of {1}, {2}, the last of them here", Severity.Warning);

    // CR3: checking.
    public static readonly DiagnosticRule Duplicate = new(
        "CR3001", "Stated twice", "{0} \"{1}\" is already at {2}; the book can hold one", Severity.Error);

    public static readonly DiagnosticRule UnknownReference = new(
        "CR3002", "Unknown reference", "{0} row \"{1}\" names {2} \"{3}\", which no table defines", Severity.Error);

    public static readonly DiagnosticRule ConflictsWithItself = new(
        "CR3003", "Rule conflicts with itself", "Modifier rule \"{0}\" has {1} under both Modifiers and With, so that it would conflict with itself", Severity.Error);

    public static readonly DiagnosticRule TooMany = new(
        "CR3004", "Too many", "The book has {0} {1}; it can hold {2}", Severity.Error);

    public static readonly EquatableArray<DiagnosticRule> All = new(
    [
        NotUtf8, UnknownCodeSet, MissingColumn, UnterminatedQuote, TruncatedLine, NoRows,
        NoTitle, MalformedCode, UnknownTable, RaggedRow, EmptyCell, DuplicateKey, UnexpectedValue,
        UnknownEdition, MoreOfTheSame,
        Duplicate, UnknownReference, ConflictsWithItself, TooMany,
    ]);
}
