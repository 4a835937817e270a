using CodeReference.Compiled;
using Format = CodeReference.Compiled.BookFormat;

namespace CodeReference;

/// <summary>The payer of a claim line: none given, one that the book does not know, or one that it has a profile of.</summary>
/// <remarks>An immutable handle of two words. <c>default</c> is no payer.</remarks>
public readonly struct Payer
{
    private const int Unknown = -1;

    private readonly BookReader? _book;
    private readonly int _number;

    private Payer(BookReader book, int number)
    {
        _book = book;
        _number = number;
    }

    /// <summary>Whether a payer was named.</summary>
    public bool IsGiven => _book is not null;

    /// <summary>Whether the book has a profile of it.</summary>
    public bool IsKnown => IsGiven && _number != Unknown;

    /// <summary>Its name in the book; empty when the book does not know it.</summary>
    public BookText Name => IsKnown ? _book!.Cell(Row, 0) : default;

    /// <summary>Whether fee-schedule indicators are binding for it, as they are for Medicare.</summary>
    public bool FollowsIndicators =>
        IsKnown && _book!.Tables.Payers[(_number * Format.Payer.Size) + Format.Payer.IsBinding] == 1;

    /// <summary>The rules whose condition on the payer holds; all but those that have one when it is not known.</summary>
    internal UInt128 Rules(BookReader book) =>
        IsKnown ? RuleSet.At(book.Tables.PayerRules, _number) : ~RuleSet.Of(book, RuleGroup.ByPayer);

    private int Row => (int)_book!.Tables.Payers[(_number * Format.Payer.Size) + Format.Payer.Row];

    internal static Payer Find(BookReader book, ReadOnlySpan<char> name)
    {
        if (name.IsWhiteSpace())
        {
            return default;
        }

        return new(book, Vocabulary.TryFind(book, TermKind.Payer, name, out var term)
            ? (int)book.Tables.TermMeanings[term]
            : Unknown);
    }
}
