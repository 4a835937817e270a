using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler;

/// <summary>An entry of the catalogue of diagnostics.</summary>
/// <param name="Id">CR and four digits, the first of which is the stage; never used again for another meaning.</param>
/// <param name="Title">A few words.</param>
/// <param name="Message">A composite format string: the thing, the value found and what was expected.</param>
/// <param name="Severity">Error: no lookup can be built from it. Warning: it can, and someone should look.</param>
internal sealed record DiagnosticRule(string Id, string Title, string Message, Severity Severity)
{
    /// <summary>The page that explains it, in the repository and in the package.</summary>
    public string HelpLink => "docs/diagnostics/" + Id + ".md";
}

/// <summary>Something that is wrong in a file, and where.</summary>
/// <param name="Rule">What kind of thing it is.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The cell, or the closest text in the file.</param>
/// <param name="Arguments">The values for the message's placeholders.</param>
/// <param name="Evidence">The two texts that contradict each other; null for a mistake in the file itself.</param>
internal sealed record Diagnostic(
    DiagnosticRule Rule, string Path, SourceSpan Span, EquatableArray<string> Arguments, Evidence? Evidence = null)
{
    /// <summary>What is wrong, in a sentence.</summary>
    public string Message => string.Format(System.Globalization.CultureInfo.InvariantCulture, Rule.Message, [.. Arguments]);

    public static Diagnostic At(DiagnosticRule rule, string path, SourceSpan span, params string[] arguments) =>
        new(rule, path, span, arguments.Select(CodePoints.Show).ToEquatableArray());

    public override string ToString()
    {
        var severity = Rule.Severity.ToString().ToLowerInvariant();
        return FormattableString.Invariant($"{Path}({Span.Line},{Span.Column}): {severity} {Rule.Id}: {Message}");
    }
}

/// <summary>Both sides of a contradiction.</summary>
/// <param name="Published">What the publication says.</param>
/// <param name="Official">What the official source says; empty when it says nothing.</param>
/// <param name="Source">The source, by its name and edition.</param>
internal sealed record Evidence(string Published, string Official, string Source);

/// <summary>The catalogue of all diagnostics, in the order of ids.</summary>
internal static class Diagnostics
{
    // CR1: reading.
    public static readonly DiagnosticRule NotUtf8 = new(
        "CR1001", "File is not UTF-8",
        "From byte {1} on, the file is not {0} and its text is a guess; save the file as UTF-8", Severity.Error);

    public static readonly DiagnosticRule Unreadable = new(
        "CR1002", "File could not be read",
        "The file could not be read, so the book leaves it out; expected a file that exists during the whole build", Severity.Error);

    public static readonly DiagnosticRule NullCharacter = new(
        "CR1003", "Null character",
        "Line contains {0}, which text does not use; it is kept as is. Expected a text file in UTF-8", Severity.Error);

    public static readonly DiagnosticRule OddCharacter = new(
        "CR1004", "Invisible or misleading character",
        "Line contains {0}{1}, which readers cannot see or may take for another character; it is kept as is", Severity.Warning);

    public static readonly DiagnosticRule FileTooLong = new(
        "CR1005", "File too long",
        "The file has {0} characters; expected at most {1}. The text from this line on is left out", Severity.Error);

    public static readonly DiagnosticRule LineTooLong = new(
        "CR1006", "Line too long", "Line has {0} characters and is left out; expected at most {1}", Severity.Error);

    public static readonly DiagnosticRule TooManyRows = new(
        "CR1007", "Too many rows",
        "The tables of the file have more than {0} rows; {1} rows are left out, from this one on", Severity.Error);

    public static readonly DiagnosticRule CellTooLong = new(
        "CR1008", "Cell too long", "Cell has {0} characters, so its row is left out; expected at most {1}", Severity.Error);

    public static readonly DiagnosticRule MoreOfTheSame = new(
        "CR1009", "More of the same",
        "From here on, {0} ({1}) applies to {2} more places in the file; they are not listed", Severity.Warning);

    public static readonly DiagnosticRule UnknownCodeSet = new(
        "CR1010", "Unknown code set",
        "The file is not a known official file; it begins with \"{0}\". Expected one of: {1}", Severity.Error);

    public static readonly DiagnosticRule MissingCaption = new(
        "CR1011", "Missing column", "The file looks like {0} but has no column {1}", Severity.Error);

    public static readonly DiagnosticRule UnterminatedQuote = new(
        "CR1012", "Unterminated quote", "The quote that opens here is never closed; the rest of the file is not read", Severity.Error);

    public static readonly DiagnosticRule TruncatedLine = new(
        "CR1013", "Truncated line", "Line has {1} characters; a line of {0} has at least {2}", Severity.Error);

    public static readonly DiagnosticRule NoRows = new(
        "CR1014", "No rows", "The {0} file has no rows below its header", Severity.Error);

    // CR2: modelling.
    public static readonly DiagnosticRule NoTitle = new(
        "CR2001", "Publication has no title",
        "The publication has no title; expected a line like \"CPT 14020: What the procedure is\"", Severity.Error);

    public static readonly DiagnosticRule MalformedCode = new(
        "CR2002", "Malformed code", "{0} \"{1}\" is malformed; expected {2}", Severity.Error);

    public static readonly DiagnosticRule UnknownTable = new(
        "CR2003", "Unknown table", "Unknown table with the columns {0}; its rows are {1}. Expected one of: {2}", Severity.Warning);

    public static readonly DiagnosticRule RaggedRow = new(
        "CR2004", "Ragged row", "{0} row \"{1}\" has {2} cells; the header has {3}", Severity.Error);

    public static readonly DiagnosticRule EmptyCell = new(
        "CR2005", "Empty cell", "{0} row has an empty cell under {1}", Severity.Error);

    public static readonly DiagnosticRule DuplicateKey = new(
        "CR2006", "Duplicate key", "{0} \"{1}\" is already at {2}; each key may occur once", Severity.Error);

    public static readonly DiagnosticRule UnexpectedValue = new(
        "CR2007", "Unexpected value", "{0} row \"{1}\" has \"{2}\" under {3}; expected {4}", Severity.Error);

    public static readonly DiagnosticRule MissingColumn = new(
        "CR2008", "Missing column", "Table \"{0}\" has no column {1}, so its rows are {2}; found {3}", Severity.Error);

    public static readonly DiagnosticRule ExtraColumn = new(
        "CR2009", "Extra column", "Table \"{0}\" has an unknown column \"{1}\"; its cells are {2}", Severity.Warning);

    public static readonly DiagnosticRule CharacterInCode = new(
        "CR2010", "Unexpected character in a code", "{0} \"{1}\" contains {2}; expected {3}", Severity.Error);

    public static readonly DiagnosticRule UnknownSection = new(
        "CR2011", "Unknown section", "Unknown section \"{0}\"; the text below it is kept as other text", Severity.Warning);

    public static readonly DiagnosticRule AbsentSections = new(
        "CR2012", "Absent sections", "The publication has no {0}", Severity.Info);

    public static readonly DiagnosticRule RowOutsideTable = new(
        "CR2013", "Row outside a table", "Line has the pipes of a table row but is not in a table; it is kept as text", Severity.Warning);

    public static readonly DiagnosticRule SecondTitle = new(
        "CR2014", "Second title",
        "The file already has a title, so \"{0}\" is kept as text; expected one publication per file", Severity.Warning);

    public static readonly DiagnosticRule PromisedAndAbsent = new(
        "CR2020", "Promised and absent", "The page promises \"{0}\" but does not contain it", Severity.Warning);

    public static readonly DiagnosticRule UnreadableSize = new(
        "CR2021", "Size not understood",
        "Cannot read the size \"{0}\"; expected one like \"10 cm2 or less\" or \"2.6 cm to 7.5 cm\"", Severity.Warning);

    public static readonly DiagnosticRule UnknownEdition = new(
        "CR2030", "Unknown edition",
        "Neither the name nor the text of the file gives its edition of {0}; state it in the project: <CodeSet "
        + "Include=\"{1}\" Edition=\"2025.2\" Effective=\"2025-07-01\" />", Severity.Info);

    // CR3: checking.
    public static readonly DiagnosticRule Duplicate = new(
        "CR3001", "Stated twice", "{0} \"{1}\" is already at {2}; the book can hold only one", Severity.Error);

    public static readonly DiagnosticRule UnknownReference = new(
        "CR3002", "Unknown reference", "{0} row \"{1}\" names {2} \"{3}\", which no table defines", Severity.Error);

    public static readonly DiagnosticRule ConflictsWithItself = new(
        "CR3003", "Rule conflicts with itself",
        "Modifier rule \"{0}\" has {1} under both Modifiers and With, so it would conflict with itself", Severity.Error);

    public static readonly DiagnosticRule TooMany = new(
        "CR3004", "Too many", "The book has {0} {1}; it can hold at most {2}", Severity.Error);

    // CR301 to CR305: a page compared with official sources.
    public static readonly DiagnosticRule UnknownTaxonomy = new(
        "CR3010", "Taxonomy not in the code set", "Taxonomy \"{0}\" is not in {1}{2}", Severity.Warning);

    public static readonly DiagnosticRule OtherSpecialty = new(
        "CR3011", "Specialty of another taxonomy", "Taxonomy \"{0}\" is published as \"{1}\"; {2} calls it \"{3}\"{4}", Severity.Warning);

    public static readonly DiagnosticRule UnknownDiagnosis = new(
        "CR3012", "Diagnosis not in the code set", "Diagnosis \"{0}\" is not in {1}{2}", Severity.Warning);

    public static readonly DiagnosticRule NotBillable = new(
        "CR3013", "Diagnosis not billable", "Diagnosis \"{0}\" is a heading in {1} and not billable{2}", Severity.Warning);

    public static readonly DiagnosticRule OtherDiagnosis = new(
        "CR3014", "Title of another diagnosis",
        "Diagnosis \"{0}\" is published as \"{1}\"; {2} calls it \"{3}\": {4}{5}", Severity.Warning);

    public static readonly DiagnosticRule OtherSite = new(
        "CR3015", "Relevance names another site",
        "The relevance of diagnosis \"{0}\" names \"{1}\"; {2} calls the code \"{3}\"{4}", Severity.Warning);

    public static readonly DiagnosticRule OutsideSiteGroup = new(
        "CR3016", "Diagnosis outside the site group",
        "Diagnosis \"{0}\" is \"{1}\" in {2}; its site is not among \"{3}\", the sites of {4} in {5}", Severity.Warning);

    public static readonly DiagnosticRule UnknownModifier = new(
        "CR3017", "Modifier not in a registry", "Modifier \"{0}\" is not in {1}", Severity.Warning);

    public static readonly DiagnosticRule EndedModifier = new(
        "CR3018", "Modifier ended", "Modifier \"{0}\" ended on {1} ({2})", Severity.Warning);

    public static readonly DiagnosticRule RuledOutModifier = new(
        "CR3019", "Modifier ruled out", "Modifier \"{0}\" is listed for {1}; rule {2} says: {3} ({4}; {5})", Severity.Warning);

    public static readonly DiagnosticRule OtherProcedure = new(
        "CR3020", "Description of another procedure", "Procedure \"{0}\" is described with {1}; {2} has {3}{4}", Severity.Warning);

    public static readonly DiagnosticRule OtherRelationship = new(
        "CR3021", "Relationship of another procedure", "The relationship of procedure \"{0}\" mentions {1}; {2} has {3}", Severity.Warning);

    public static readonly DiagnosticRule OtherSubject = new(
        "CR3022", "Page of another procedure", "The page of procedure \"{0}\" mentions {1}; {2} has {3}{4}", Severity.Warning);

    public static readonly DiagnosticRule RangeGap = new(
        "CR3023", "Gap between sizes",
        "Code selection row \"{0}\" begins above {1} {2}, but \"{3}\" {4}: sizes in between have no code", Severity.Warning);

    public static readonly DiagnosticRule RangeOverlap = new(
        "CR3024", "Sizes overlap",
        "Code selection row \"{0}\" begins above {1} {2}, but \"{3}\" {4}: some sizes have two codes", Severity.Warning);

    public static readonly DiagnosticRule OutdatedIndicators = new(
        "CR3025", "Indicators differ from the official file",
        "Fee-schedule indicators of \"{0}\": the table has {1}; {2} has {3}", Severity.Warning);

    public static readonly DiagnosticRule OutdatedTitle = new(
        "CR3026", "Title differs from the official file", "Official title of \"{0}\": the table has {1}; {2} has {3}", Severity.Warning);

    public static readonly DiagnosticRule OutdatedRegistry = new(
        "CR3027", "Registry differs from the official file", "Modifier \"{0}\": the registry table has {1}; {2} has {3}", Severity.Warning);

    public static readonly EquatableArray<DiagnosticRule> All = new(
    [
        NotUtf8, Unreadable, NullCharacter, OddCharacter, FileTooLong, LineTooLong, TooManyRows, CellTooLong, MoreOfTheSame,
        UnknownCodeSet, MissingCaption, UnterminatedQuote, TruncatedLine, NoRows,
        NoTitle, MalformedCode, UnknownTable, RaggedRow, EmptyCell, DuplicateKey, UnexpectedValue, MissingColumn, ExtraColumn,
        CharacterInCode,
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
