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
    public required IReadOnlyList<CompiledCodeSet> CodeSets { get; init; }
}

/// <summary>An official code set, or a table of edits, in an edition.</summary>
/// <param name="Name">What it is called: "NUCC taxonomy".</param>
/// <param name="Edition">Its own edition: "25.1"; empty when it is not known.</param>
/// <param name="Effective">The first day on which it is in force; null when it is not known.</param>
/// <param name="Until">The last such day; null when it is not known.</param>
/// <param name="Rows">How many rows its file holds.</param>
/// <param name="File">The file, as citations name it.</param>
public sealed record CompiledCodeSet(string Name, string Edition, DateOnly? Effective, DateOnly? Until, int Rows, string File);
