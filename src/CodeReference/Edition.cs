namespace CodeReference;

/// <summary>Which book answers: two books with the same id hold the same rows.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Edition
{
    /// <summary>Describes the edition of a compiled book.</summary>
    /// <param name="id">The content hash.</param>
    /// <param name="label">What people call it.</param>
    /// <param name="compilerVersion">The version of the compiler.</param>
    /// <param name="diagnostics">How many things the compiler found wrong.</param>
    public Edition(string id, string label, string compilerVersion, int diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(compilerVersion);
        (Id, Label, CompilerVersion, Diagnostics) = (id, label, compilerVersion, diagnostics);
    }

    /// <summary>The content hash of all that the book was compiled from: 16 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>What people call it: "2026.11"; empty when its project gives no name.</summary>
    public string Label { get; }

    /// <summary>The version of the compiler that compiled it.</summary>
    public string CompilerVersion { get; }

    /// <summary>How many things the compiler found wrong in what it compiled.</summary>
    public int Diagnostics { get; }

    /// <inheritdoc/>
    public override string ToString() => Label.Length == 0 ? Id : $"{Label} ({Id})";
}
