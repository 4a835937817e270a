namespace CodeReference.Format;

/// <summary>
/// The place of a procedure among all codes that procedures can have, in their order: a block for its first two
/// characters, a word of the block for the next two, which are digits, a bit of the word for the last.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class ProcedureSpace
{
    /// <summary>How many blocks there are: a first character of 36, and a digit.</summary>
    public const int Blocks = 360;

    /// <summary>How many words a block has.</summary>
    public const int WordsPerBlock = 100;

    /// <summary>A word has a bit for each last character, and above them how many procedures come before it.</summary>
    public const int RankShift = 36;

    private const ulong CharacterMask = 0x3F;

    public static int BlockOf(ulong procedure) => (Character(procedure, 54) * 10) + Character(procedure, 48);

    public static int WordOf(ulong procedure) => (Character(procedure, 42) * 10) + Character(procedure, 36);

    public static ulong BitOf(ulong procedure) => 1ul << Character(procedure, 30);

    private static int Character(ulong procedure, int shift) => (int)((procedure >> shift) & CharacterMask) - 1;
}
