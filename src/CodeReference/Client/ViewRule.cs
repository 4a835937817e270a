namespace CodeReference.Client;

/// <summary>
/// What a view does to an answer: a text that only the full view gives is empty in the basic one. Which texts these are,
/// each record says where it is made of what the book holds.
/// </summary>
internal static class ViewRule
{
    public static Citation Citation(Citation citation, bool full) => full ? citation : citation with { Quote = "" };

    public static Finding Finding(Finding finding, bool full) => full
        ? finding
        : finding with { Fix = "", Source = "", Citations = [.. finding.Citations.Select(citation => Citation(citation, full))] };

    public static LazyList<Advisory> Advisories(IEnumerable<CodeReference.Advisory> advisories, bool full) =>
        List(() => advisories.Select(advisory => Client.Advisory.Of(advisory, full)));

    public static LazyList<string> Texts(RowList<Statement> statements) =>
        List(() => statements.Select(statement => statement.Text.ToString()));

    public static string Text(BookText text, bool full) => full ? text.ToString() : "";

    public static LazyList<TItem> List<TItem>(Func<IEnumerable<TItem>> items) => new(() => [.. items()]);

    public static LazyList<TItem> List<TItem>(Func<TItem[]> items) => new(items);
}
