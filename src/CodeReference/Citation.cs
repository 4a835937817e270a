namespace CodeReference;

/// <summary>Where a row stands: what an answer rests on.</summary>
/// <param name="File">The file, relative to the project that compiled the book; for one outside it the name alone, "a.txt#2" when another has that name.</param>
/// <param name="Table">The table: "Modifiers"; empty for prose.</param>
/// <param name="RowKey">The row's first cell as published; empty for prose.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column of the row's first cell, in UTF-16 units from 1.</param>
/// <param name="Quote">The row's cells as published, with " | " between them.</param>
public sealed record Citation(string File, string Table, string RowKey, int Line, int Column, string Quote)
{
    /// <summary>"publications/cpt-14020.txt(36,1)".</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
