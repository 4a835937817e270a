using System.Text;
using CodeReference.Compiled;
using Format = CodeReference.Compiled.BookFormat;

namespace CodeReference;

/// <summary>Finds terms: the spellings of techniques, anatomic sites and payers.</summary>
internal static class Vocabulary
{
    /// <summary>Finds the place of a term in the table of terms, whatever its case and spaces.</summary>
    public static bool TryFind(BookReader book, TermKind kind, ReadOnlySpan<char> text, out int term)
    {
        term = -1;
        text = text.Trim();
        if (text.Length > Term.MaxLength)
        {
            return false;
        }

        Span<byte> utf8 = stackalloc byte[Term.MaxLength * 3];
        Span<byte> normal = stackalloc byte[Term.MaxLength];
        var length = Term.Normalize(utf8[..Encoding.UTF8.GetBytes(text, utf8)], normal);
        return length > 0 && TryFind(book, kind, normal[..length], out term);
    }

    /// <summary>The row that defines a term.</summary>
    public static int RowOf(BookReader book, int term) => (int)book.Tables.Terms[(term * Format.Term.Size) + Format.Term.Row];

    private static bool TryFind(BookReader book, TermKind kind, ReadOnlySpan<byte> normal, out int term)
    {
        var terms = book.Tables.Terms;
        var (low, high) = (0, terms.Length / Format.Term.Size);
        while (low < high)
        {
            term = (low + high) / 2;
            var entry = terms.Slice(term * Format.Term.Size, Format.Term.Size);
            var order = ((int)entry[Format.Term.Kind]).CompareTo((int)kind);
            order = order != 0 ? order : book.TextAt(entry[Format.Term.Text]).Utf8.SequenceCompareTo(normal);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (term + 1, high) : (low, term);
        }

        term = -1;
        return false;
    }
}
