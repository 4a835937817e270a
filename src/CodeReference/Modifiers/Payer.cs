using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CodeReference.Format;

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
    public BookText Name => IsKnown ? _book!.Cell(Row, PayerColumns.Payer) : default;

    /// <summary>Whether fee-schedule indicators are binding for it, as they are for Medicare.</summary>
    public bool FollowsIndicators => IsKnown && Value(BookFormat.Payer.IsBinding) == 1;

    /// <summary>Whether its name is one that several payers share, each with rules of its own: "Blue Cross Blue Shield".</summary>
    public bool IsShared => IsKnown && Value(BookFormat.Payer.IsShared) == 1;

    /// <summary>Whether a book can tell who it is: it was found in that book, or the line names no payer.</summary>
    internal bool IsOf(BookReader book) => _book is null || _book == book;

    /// <summary>Whether it asks for an order of modifiers of its own.</summary>
    internal bool HasOrder => IsKnown && Value(BookFormat.Payer.Ranks) != BookFormat.None;

    /// <summary>Its entry in tables of what payers do to the rules: 0 for none, and for one that the book does not know.</summary>
    internal int Entry => IsKnown ? _number + 1 : 0;

    /// <summary>The names of the payers that share this one.</summary>
    internal string[] Members
    {
        get
        {
            var members = new List<string>();
            for (var i = 0; IsShared && i < _book!.Tables.Payers.Length / BookFormat.Payer.Size; i++)
            {
                var row = new Payer(_book, i).Row;
                if (_book.Cell(row, PayerColumns.PartOf).Utf8.SequenceEqual(Name.Utf8))
                {
                    members.Add(_book.Cell(row, PayerColumns.Payer).ToString());
                }
            }

            return [.. members];
        }
    }

    /// <summary>The name that it shares with others; empty when it shares none.</summary>
    internal BookText PartOf => IsKnown ? _book!.Cell(Row, PayerColumns.PartOf) : default;

    /// <summary>The rank of each modifier: in the payer's own order when it has one.</summary>
    internal ReadOnlySpan<byte> Ranks(BookReader book) => HasOrder
        ? book.Tables.PayerRanks.Slice((int)Value(BookFormat.Payer.Ranks), book.Tables.ModifierRanks.Length)
        : book.Tables.ModifierRanks;

    internal int Row => (int)Value(BookFormat.Payer.Row);

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

    internal static Payer Find(BookReader book, ReadOnlySpan<byte> name)
    {
        name = Trim(name);
        Span<char> characters = stackalloc char[Term.MaxLength];
        // No payer has a longer name.
        return Utf8.ToUtf16(name, characters, out _, out var written) == OperationStatus.Done ? Find(book, characters[..written]) : new(book, Unknown);
    }

    // As a string is trimmed, so that a name may be as long in both.
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (Rune.DecodeFromUtf8(text, out var first, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
        {
            text = text[length..];
        }

        while (Rune.DecodeLastFromUtf8(text, out var last, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(last))
        {
            text = text[..^length];
        }

        return text;
    }

    private uint Value(int field) => _book!.Tables.Payers[(_number * BookFormat.Payer.Size) + field];
}
