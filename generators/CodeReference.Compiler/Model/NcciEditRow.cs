namespace CodeReference.Compiler.Model;

/// <summary>Two procedures that are not paid together, as a row of an NCCI file says it.</summary>
/// <param name="Column1">The key of the procedure that is paid.</param>
/// <param name="Column2">The key of the one that is denied.</param>
/// <param name="Line">The line of the row.</param>
/// <param name="Effective">The first day of the edit, as 20240701; 0 when the file does not say.</param>
/// <param name="Deleted">Its last day; 0 while it is in force.</param>
/// <param name="ModifierIndicator">'0': no modifier undoes it; '1': one may; '9': it does not apply.</param>
/// <param name="Rationale">Why, in the words of the file.</param>
internal readonly record struct NcciEditRow(
    ulong Column1, ulong Column2, int Line, int Effective, int Deleted, char ModifierIndicator, string Rationale);
