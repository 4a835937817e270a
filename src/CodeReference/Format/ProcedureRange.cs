namespace CodeReference.Format;

/// <summary>
/// Ranges of procedure codes, both ends included. Codes compare only with codes of their own pattern: "14020" is not
/// between "0001F" and "9007F". Compiled into the library and into the compiler.
/// </summary>
internal static class ProcedureRange
{
    private const int LastCharacter = 30;
    private const int FirstCharacter = 54;
    private const ulong CharacterMask = 0x3F;
    private const ulong LastDigit = 10;

    public static bool Contains(ulong from, ulong to, ulong procedure) =>
        procedure >= from && procedure <= to && Pattern(procedure) == Pattern(from);

    // The letter at the end; or 1 for a letter at the start; or 0 for five digits.
    private static ulong Pattern(ulong procedure)
    {
        var last = (procedure >> LastCharacter) & CharacterMask;
        if (last > LastDigit)
        {
            return last;
        }

        return ((procedure >> FirstCharacter) & CharacterMask) > LastDigit ? 1ul : 0ul;
    }
}
