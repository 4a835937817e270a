using CodeReference.Compiled;

namespace CodeReference;

/// <summary>The texts of a rule's row, as strings: findings name them again and again.</summary>
internal sealed class RuleTexts(BookReader book, int row)
{
    public string Id { get; } = book.Cell(row, RuleColumns.Id).ToString();

    public string Source { get; } = book.Cell(row, RuleColumns.Source).ToString();

    public Citation Citation { get; } = book.CitationOf(row);
}
