using CodeReference.Format;

namespace CodeReference;

/// <summary>The texts of a rule's row, found once: findings name them again and again.</summary>
internal sealed class RuleTexts(BookReader book, int row)
{
    public string Id { get; } = book.Cell(row, RuleColumns.Rule).ToString();

    public BookText IdText { get; } = book.Cell(row, RuleColumns.Rule);

    /// <summary>What is wrong, with places to fill: "{modifiers}".</summary>
    public BookText Message { get; } = book.Cell(row, RuleColumns.Message);

    /// <summary>What to do, with such places.</summary>
    public BookText Fix { get; } = book.Cell(row, RuleColumns.Fix);

    public string Source { get; } = book.Cell(row, RuleColumns.Source).ToString();

    public Citation Citation { get; } = book.CitationOf(row);
}
