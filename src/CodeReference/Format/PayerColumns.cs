namespace CodeReference.Format;

/// <summary>
/// Where the cells of a payer's row stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class PayerColumns
{
    public const int Name = 0;
    public const int Terms = 1;
    public const int PartOf = 2;
    public const int Indicators = 3;
    public const int First = 4;
    public const int Note = 5;
}
