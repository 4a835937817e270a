namespace CodeReference.Format;

/// <summary>
/// The place of a modifier among all pairs of the 36 characters that it can have.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class ModifierPair
{
    public const int Characters = 36;

    private const int FirstShift = 54;
    private const int SecondShift = 48;
    private const ulong CharacterMask = 0x3F;

    /// <summary>The pair's place, from 0.</summary>
    public static int IndexOf(ulong modifier) =>
        (((int)((modifier >> FirstShift) & CharacterMask) - 1) * Characters) + (int)((modifier >> SecondShift) & CharacterMask) - 1;

    /// <summary>The key of the modifier at a place.</summary>
    public static ulong KeyOf(int index) =>
        CodeKey.First(CodeSystem.Modifier)
        | ((ulong)((index / Characters) + 1) << FirstShift)
        | ((ulong)((index % Characters) + 1) << SecondShift);
}
