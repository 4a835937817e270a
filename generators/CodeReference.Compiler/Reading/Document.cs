namespace CodeReference.Compiler.Reading;

/// <summary>What a file says, block by block, in the order of the file.</summary>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Diagnostics">What could not be read, or not be seen by those who read, in the order of the file.</param>
internal sealed record Document(EquatableArray<Block> Blocks, EquatableArray<Diagnostic> Diagnostics);

/// <summary>A piece of a document: each stands on one line, but for tables.</summary>
/// <param name="Span">Where its text stands; a table's is that of its header row.</param>
internal abstract record Block(SourceSpan Span);

/// <summary>A line that names what follows.</summary>
internal sealed record Heading(string Text, SourceSpan Span) : Block(Span);

/// <summary>A line of prose.</summary>
internal sealed record Paragraph(string Text, SourceSpan Span) : Block(Span);

/// <summary>An item of a list.</summary>
internal sealed record Bullet(string Text, SourceSpan Span) : Block(Span);

/// <summary>A header row and the rows below it.</summary>
internal sealed record Table(TableRow Header, EquatableArray<TableRow> Rows) : Block(Header.Span);

/// <summary>A row of a table.</summary>
internal sealed record TableRow(EquatableArray<Cell> Cells, SourceSpan Span);

/// <summary>A cell of a row: its text without the white space around it and with <c>\|</c> as <c>|</c>.</summary>
internal readonly record struct Cell(string Text, SourceSpan Span);
