namespace CodeReference;

/// <summary>What the codes of a system look like. Whether such a code exists is another question.</summary>
public static class CodeShape
{
    /// <summary>Whether a text has the shape of a system's codes.</summary>
    /// <param name="system">The system.</param>
    /// <param name="text">Any case, spaces around it; a diagnosis with or without its dot.</param>
    public static bool Has(CodeSystem system, ReadOnlySpan<char> text) => CodeKey.TryPack(system, text, out _);
}
