namespace CodeReference.Client;

/// <summary>The edition that answers.</summary>
public sealed record EditionAnswer
{
    /// <summary>The content hash of all that it was compiled from: 16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it; may be empty.</summary>
    public required string Label { get; init; }

    /// <summary>The version of the compiler that compiled it.</summary>
    public required string CompilerVersion { get; init; }

    /// <summary>How many publications there are.</summary>
    public required int Publications { get; init; }

    /// <summary>How many rows of tables and of prose there are.</summary>
    public required int Rows { get; init; }

    /// <summary>How many codes are known, of all systems.</summary>
    public required int Codes { get; init; }

    /// <summary>How many things the compiler found wrong.</summary>
    public required int Diagnostics { get; init; }

    /// <summary>The official code sets that were compiled into it.</summary>
    public required IReadOnlyList<CodeSet> CodeSets { get; init; }

    internal static EditionAnswer Of(ReferenceBook book) => new()
    {
        Id = book.Edition.Id,
        Label = book.Edition.Label,
        CompilerVersion = book.Edition.CompilerVersion,
        Publications = book.Publications.Count,
        Rows = book.RowCount,
        Codes = book.CodeCount,
        Diagnostics = book.Edition.Diagnostics,
        CodeSets = [.. book.CodeSets.Select(CodeSet.Of)],
    };
}

/// <summary>An official code set, or a table of edits, in an edition.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CodeSet
{
    /// <summary>What it is called: "NUCC taxonomy".</summary>
    public required string Name { get; init; }

    /// <summary>Its own edition: "25.1"; empty when it is not known.</summary>
    public required string Edition { get; init; }

    /// <summary>The first day on which it is in force; null when it is not known.</summary>
    public required DateOnly? Effective { get; init; }

    /// <summary>The last such day; null when it is not known.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>How many rows its file holds.</summary>
    public required int Rows { get; init; }

    /// <summary>The file, as citations name it.</summary>
    public required string File { get; init; }

    internal static CodeSet Of(CodeReference.CodeSet set) => new()
    {
        Name = set.Name.ToString(),
        Edition = set.Edition.ToString(),
        Effective = set.Effective,
        Until = set.Until,
        Rows = set.Count,
        File = set.Citation.File,
    };
}
