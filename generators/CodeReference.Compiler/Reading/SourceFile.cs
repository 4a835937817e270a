namespace CodeReference.Compiler.Reading;

/// <summary>What a file that the compiler is given holds.</summary>
internal enum SourceKind
{
    /// <summary>Pages, one per procedure code.</summary>
    Publication,

    /// <summary>Tables of facts: rules, indicators, vocabularies.</summary>
    ReferenceTable,

    /// <summary>An official code set or table of edits, as its owner publishes it; which one, its header says.</summary>
    CodeSet,
}

/// <summary>A file as the compiler is given it.</summary>
/// <param name="Path">The name that citations carry: relative to the project, with forward slashes. Two files outside it may share one.</param>
/// <param name="Kind">What the file holds.</param>
/// <param name="Text">The whole text; a byte-order mark at its start is ignored.</param>
/// <param name="BadBytes">Where its bytes are not UTF-8, so that the text is a guess; null when they all are.</param>
/// <param name="Origin">Where the build found it, on its machine: for reporting alone, never emitted. Empty outside a build.</param>
/// <param name="Edition">The edition of a code set, where its project states it; empty to take it from the file's name and preamble.</param>
/// <param name="Effective">The first day of that edition, "2025-10-01", where its project states it.</param>
/// <param name="IsReadable">False when the build could not read it: its text is then empty.</param>
internal sealed record SourceFile(
    string Path,
    SourceKind Kind,
    string Text,
    BadBytes? BadBytes = null,
    string Origin = "",
    string Edition = "",
    string Effective = "",
    bool IsReadable = true);
