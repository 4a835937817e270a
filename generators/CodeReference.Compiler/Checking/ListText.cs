namespace CodeReference.Compiler.Checking;

/// <summary>Lists in messages.</summary>
internal static class ListText
{
    /// <summary>"A, B, C and 4 more".</summary>
    public static string Of(List<string> items, int most) =>
        items.Count <= most ? string.Join(", ", items)
        : string.Join(", ", items.Take(most)) + FormattableString.Invariant($" and {items.Count - most} more");
}
