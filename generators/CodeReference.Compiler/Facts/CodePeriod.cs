using CodeReference.Format;

namespace CodeReference.Compiler.Facts;

/// <summary>What is official about a code from a first to a last day.</summary>
/// <param name="Key">The code.</param>
/// <param name="Official">The row that has the code.</param>
/// <param name="Titled">The row that has its official title; null when no official source gives one.</param>
/// <param name="Title">The official title; empty when there is none.</param>
/// <param name="Dated">The row that states the last day, or else the first.</param>
/// <param name="FirstDay">"2025-10-01"; empty when no source states one.</param>
/// <param name="LastDay">The last day of use; empty while none is stated.</param>
/// <param name="Status">The status on those days.</param>
/// <param name="Today">The status on the first day of the newest release that has the code: the status if a question gives no date.</param>
internal sealed record CodePeriod(
    ulong Key,
    OfficialRow Official,
    OfficialRow? Titled,
    string Title,
    OfficialRow Dated,
    string FirstDay,
    string LastDay,
    CodeStatus Status,
    CodeStatus Today)
{
    public string Code => CodeKey.ToText(Key);

    /// <summary>What the source of the code is called.</summary>
    public string Source => Official.Source;

    /// <summary>False for a heading of diagnoses.</summary>
    public bool IsBillable => Status != CodeStatus.NotBillable;

    /// <summary>A period of a code whose source states no days.</summary>
    public static CodePeriod Undated(ulong key, OfficialRow row, string title, CodeStatus status) =>
        new(key, row, title.Length == 0 ? null : row, title, row, "", "", status, status);
}
