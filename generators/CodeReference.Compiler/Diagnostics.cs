using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler;

/// <summary>An entry of the catalogue of diagnostics.</summary>
/// <param name="Id">CR and four digits, the first of which is the stage; never used again for another meaning.</param>
/// <param name="Title">A few words.</param>
/// <param name="Message">The thing, the value found and what was expected, as a composite format string.</param>
/// <param name="Severity">Error: no lookup can be built from it. Warning: it can, and someone should look.</param>
internal sealed record DiagnosticRule(string Id, string Title, string Message, Severity Severity)
{
    /// <summary>The page that explains it, in the repository and in the package.</summary>
    public string HelpLink => "docs/diagnostics/" + Id + ".md";
}

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
        new(rule, path, span, arguments.Select(CodePoints.Show).ToEquatableArray());

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
        "CR1001", "File is not UTF-8", "What stands here, from byte {1} of the file on, is not {0}, so that it can only be guessed; save the file as UTF-8", Severity.Error);

    public static readonly DiagnosticRule Unreadable = new(
        "CR1002", "File could not be read", "The file could not be read, so that nothing of it is in the book; expected a file that is there for the whole build", Severity.Error);

    public static readonly DiagnosticRule NullCharacter = new(
        "CR1003", "Null character", "The line has {0}, which no text has; it is kept. Expected a text file in UTF-8", Severity.Error);

    public static readonly DiagnosticRule OddCharacter = new(
        "CR1004", "Invisible or misleading character", "The line has {0}{1}, which readers do not see as what it is; it is kept", Severity.Warning);

    public static readonly DiagnosticRule FileTooLong = new(
        "CR1005", "File too long", "The file has {0} characters; from this line on it is left out, since {1} are read at most", Severity.Error);

    public static readonly DiagnosticRule LineTooLong = new(
        "CR1006", "Line too long", "The line has {0} characters and is left out; expected at most {1}", Severity.Error);

    public static readonly DiagnosticRule TooManyRows = new(
        "CR1007", "Too many rows", "The tables of the file have more than {0} rows; from this one on, {1} are left out", Severity.Error);

    public static readonly DiagnosticRule CellTooLong = new(
        "CR1008", "Cell too long", "The cell has {0} characters, so that its row is left out; expected at most {1}", Severity.Error);

    public static readonly DiagnosticRule MoreOfTheSame = new(
        "CR1009", "More of the same", "From this place on, {0} ({1}) is true of {2} more places of the file, which are not listed", Severity.Warning);

    public static readonly DiagnosticRule UnknownCodeSet = new(
        "CR1010", "Unknown code set", "The file is no official file that is known; it begins \"{0}\". Expected one of: {1}", Severity.Error);

    public static readonly DiagnosticRule MissingCaption = new(
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
        "CR2003", "Unknown table", "No table has the columns {0}; its rows are {1}. Expected one of: {2}", Severity.Warning);

    public static readonly DiagnosticRule RaggedRow = new(
        "CR2004", "Ragged row", "{0} row \"{1}\" has {2} cells; the header has {3}", Severity.Error);

    public static readonly DiagnosticRule EmptyCell = new(
        "CR2005", "Empty cell", "{0} row has nothing under {1}", Severity.Error);

    public static readonly DiagnosticRule DuplicateKey = new(
        "CR2006", "Duplicate key", "{0} \"{1}\" is already at {2}; a key stands once", Severity.Error);

    public static readonly DiagnosticRule UnexpectedValue = new(
        "CR2007", "Unexpected value", "{0} row \"{1}\" has \"{2}\" under {3}; expected {4}", Severity.Error);

    public static readonly DiagnosticRule MissingColumn = new(
        "CR2008", "Missing column", "The table \"{0}\" has no column {1}, so that its rows are {2}; found {3}", Severity.Error);

    public static readonly DiagnosticRule ExtraColumn = new(
        "CR2009", "Extra column", "The table \"{0}\" has a column \"{1}\" that is none of its own; what stands in it is {2}", Severity.Warning);

    public static readonly DiagnosticRule CharacterInCode = new(
        "CR2010", "Unexpected character in a code", "{0} \"{1}\" has {2}; expected {3}", Severity.Error);

    public static readonly DiagnosticRule UnknownSection = new(
        "CR2011", "Unknown section", "No section is called \"{0}\"; what stands below it is kept as other text", Severity.Warning);

    public static readonly DiagnosticRule AbsentSections = new(
        "CR2012", "Absent sections", "The publication has no {0}", Severity.Info);

    public static readonly DiagnosticRule RowOutsideTable = new(
        "CR2013", "Row outside a table", "The line has the pipes of a row but stands in no table; it is kept as text", Severity.Warning);

    public static readonly DiagnosticRule SecondTitle = new(
        "CR2014", "Second title", "The file already has a title, so that \"{0}\" is kept as text; expected one publication in a file", Severity.Warning);

    public static readonly DiagnosticRule PromisedAndAbsent = new(
        "CR2020", "Promised and absent", "The page promises \"{0}\" and has none", Severity.Warning);

    public static readonly DiagnosticRule UnreadableSize = new(
        "CR2021", "Size not understood", "The size \"{0}\" is not understood; expected one like \"10 cm2 or less\" or \"2.6 cm to 7.5 cm\"", Severity.Warning);

    public static readonly DiagnosticRule UnknownEdition = new(
        "CR2030", "Unknown edition", "Neither the name of the file nor what it says tells which edition of {0} it is; state it where the project names the file: <CodeSet Include=\"{1}\" Edition=\"2025.2\" Effective=\"2025-07-01\" />", Severity.Info);

    // CR3: checking.
    public static readonly DiagnosticRule Duplicate = new(
        "CR3001", "Stated twice", "{0} \"{1}\" is already at {2}; the book can hold one", Severity.Error);

    public static readonly DiagnosticRule UnknownReference = new(
        "CR3002", "Unknown reference", "{0} row \"{1}\" names {2} \"{3}\", which no table defines", Severity.Error);

    public static readonly DiagnosticRule ConflictsWithItself = new(
        "CR3003", "Rule conflicts with itself", "Modifier rule \"{0}\" has {1} under both Modifiers and With, so that it would conflict with itself", Severity.Error);

    public static readonly DiagnosticRule TooMany = new(
        "CR3004", "Too many", "The book has {0} {1}; it can hold {2}", Severity.Error);

    // CR301 to CR305: what a page says, held against official sources.
    public static readonly DiagnosticRule UnknownTaxonomy = new(
        "CR3010", "Taxonomy not in the code set", "Taxonomy \"{0}\" is not in {1}{2}", Severity.Warning);

    public static readonly DiagnosticRule OtherSpecialty = new(
        "CR3011", "Specialty of another taxonomy", "Taxonomy \"{0}\" is published as \"{1}\"; {2} calls it \"{3}\"{4}", Severity.Warning);

    public static readonly DiagnosticRule UnknownDiagnosis = new(
        "CR3012", "Diagnosis not in the code set", "Diagnosis \"{0}\" is not in {1}{2}", Severity.Warning);

    public static readonly DiagnosticRule NotBillable = new(
        "CR3013", "Diagnosis not billable", "Diagnosis \"{0}\" is a heading in {1} and not billable{2}", Severity.Warning);

    public static readonly DiagnosticRule OtherDiagnosis = new(
        "CR3014", "Title of another diagnosis", "Diagnosis \"{0}\" is published as \"{1}\"; {2} calls it \"{3}\": {4}{5}", Severity.Warning);

    public static readonly DiagnosticRule OtherSite = new(
        "CR3015", "Relevance names another site", "The relevance of diagnosis \"{0}\" names \"{1}\"; {2} calls the code \"{3}\"{4}", Severity.Warning);

    public static readonly DiagnosticRule OutsideSiteGroup = new(
        "CR3016", "Diagnosis outside the site group", "Diagnosis \"{0}\" is \"{1}\" in {2}; its site is none of \"{3}\", the sites of {4} in {5}", Severity.Warning);

    public static readonly DiagnosticRule UnknownModifier = new(
        "CR3017", "Modifier not in a registry", "Modifier \"{0}\" is not in {1}", Severity.Warning);

    public static readonly DiagnosticRule EndedModifier = new(
        "CR3018", "Modifier ended", "Modifier \"{0}\" ended on {1} ({2})", Severity.Warning);

    public static readonly DiagnosticRule RuledOutModifier = new(
        "CR3019", "Modifier ruled out", "Modifier \"{0}\" is listed for {1}; rule {2} says: {3} ({4}; {5})", Severity.Warning);

    public static readonly DiagnosticRule OtherProcedure = new(
        "CR3020", "Description of another procedure", "Procedure \"{0}\" is described with {1}; {2} has {3}{4}", Severity.Warning);

    public static readonly DiagnosticRule OtherRelationship = new(
        "CR3021", "Relationship of another procedure", "The relationship of procedure \"{0}\" speaks of {1}; {2} has {3}", Severity.Warning);

    public static readonly DiagnosticRule OtherSubject = new(
        "CR3022", "Page of another procedure", "The page of procedure \"{0}\" speaks of {1}; {2} has {3}{4}", Severity.Warning);

    public static readonly DiagnosticRule RangeGap = new(
        "CR3023", "Gap between sizes", "Code selection row \"{0}\" begins above {1} {2}, but \"{3}\" {4}: sizes between have no code", Severity.Warning);

    public static readonly DiagnosticRule RangeOverlap = new(
        "CR3024", "Sizes overlap", "Code selection row \"{0}\" begins above {1} {2}, but \"{3}\" {4}: some sizes have two codes", Severity.Warning);

    public static readonly DiagnosticRule OutdatedIndicators = new(
        "CR3025", "Indicators differ from the official file", "Fee-schedule indicator row \"{0}\" has {1}; {2} has {3}", Severity.Warning);

    public static readonly DiagnosticRule OutdatedTitle = new(
        "CR3026", "Title differs from the official file", "Official title row \"{0}\" has {1}; {2} has {3}", Severity.Warning);

    public static readonly DiagnosticRule OutdatedRegistry = new(
        "CR3027", "Registry differs from the official file", "Modifier registry row \"{0}\" has {1}; {2} has {3}", Severity.Warning);

    public static readonly EquatableArray<DiagnosticRule> All = new(
    [
        NotUtf8, Unreadable, NullCharacter, OddCharacter, FileTooLong, LineTooLong, TooManyRows, CellTooLong, MoreOfTheSame,
        UnknownCodeSet, MissingCaption, UnterminatedQuote, TruncatedLine, NoRows,
        NoTitle, MalformedCode, UnknownTable, RaggedRow, EmptyCell, DuplicateKey, UnexpectedValue, MissingColumn, ExtraColumn, CharacterInCode,
        UnknownSection, AbsentSections, RowOutsideTable, SecondTitle, PromisedAndAbsent, UnreadableSize, UnknownEdition,
        Duplicate, UnknownReference, ConflictsWithItself, TooMany,
        UnknownTaxonomy, OtherSpecialty,
        UnknownDiagnosis, NotBillable, OtherDiagnosis, OtherSite, OutsideSiteGroup,
        UnknownModifier, EndedModifier, RuledOutModifier,
        OtherProcedure, OtherRelationship, OtherSubject,
        RangeGap, RangeOverlap,
        OutdatedIndicators, OutdatedTitle, OutdatedRegistry,
    ]);
}
