namespace CodeReference.Format;

/// <summary>
/// Where the cells of a payer's row stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class PayerColumns
{
    public const SectionKind Table = SectionKind.PayerProfiles;

    public const int Payer = 0;
    public const int Terms = 1;
    public const int PartOf = 2;
    public const int Indicators = 3;
    public const int First = 4;
    public const int Note = 5;
    public const int Source = 6;

    /// <summary>The word by which fee-schedule indicators bind a payer, as they bind Medicare.</summary>
    public const string Binding = "binding";

    /// <summary>The word by which they do not.</summary>
    public const string Advisory = "advisory";
}

/// <summary>Where the cells of a row of payers' severities stand in it.</summary>
internal static class PayerSeverityColumns
{
    public const SectionKind Table = SectionKind.PayerSeverities;

    public const int Payer = 0;
    public const int Rule = 1;
    public const int Severity = 2;
    public const int Source = 3;
}
