namespace CodeReference.Format;

/// <summary>
/// FNV-1a: a hash for what is short, the same on every machine and in every process.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class Fnv
{
    /// <summary>The hash of nothing.</summary>
    public const uint Seed = 2166136261;

    private const uint Factor = 16777619;

    /// <summary>The hash of what a hash is of, and a byte or a character behind it.</summary>
    public static uint Add(uint hash, uint value) => unchecked((hash ^ value) * Factor);
}
