using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>A table of numbers as it is emitted.</summary>
/// <param name="Table">Which of the book's tables it is.</param>
/// <param name="Width">The numbers of an entry.</param>
/// <param name="Values">The numbers of all entries, one entry after another.</param>
/// <param name="Comments">For each entry its code or name, as a comment in the emitted code; empty for a table without comments.</param>
internal sealed record ConstantTable(BookTable Table, int Width, EquatableArray<ulong> Values, EquatableArray<string> Comments)
{
    /// <summary>Refuses a number that is too large for its table, which would be cut when it is written.</summary>
    /// <exception cref="InvalidOperationException">
    /// A number is too large, by a fault of the compiler: it checks the limits of a book first.
    /// </exception>
    public void ThrowIfCut()
    {
        var element = BookSchema.Of(Table).Element;
        var largest = ulong.MaxValue >> (8 * (sizeof(ulong) - (int)element));
        foreach (var value in Values.AsSpan())
        {
            if (value > largest)
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"{Table} has the number {value}; expected at most {largest}. No book should get so far: please report it."));
            }
        }
    }

    /// <summary>A table whose entries need no comment.</summary>
    public static ConstantTable Of(BookTable table, IEnumerable<ulong> values) =>
        new(table, BookSchema.Of(table).Width, values.ToEquatableArray(), default);

    /// <summary>A table that is built from entries as wide as the schema says.</summary>
    public static ConstantTable Of(BookTable table, IEnumerable<ConstantEntry> entries) => Of(table, BookSchema.Of(table).Width, entries);

    /// <summary>A table that is built from entries whose width depends on the book.</summary>
    public static ConstantTable Of(BookTable table, int width, IEnumerable<ConstantEntry> entries)
    {
        var values = new List<ulong>();
        var comments = new List<string>();
        foreach (var entry in entries)
        {
            if (entry.Values.Length != width)
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"An entry of {table} has {entry.Values.Length} numbers; expected {width}."));
            }

            values.AddRange(entry.Values);
            comments.Add(entry.Comment);
        }

        return new(table, width, values.ToEquatableArray(), comments.ToEquatableArray());
    }
}

/// <summary>An entry of a table: its numbers, and the code or name that it is about.</summary>
internal readonly record struct ConstantEntry(string Comment, ulong[] Values)
{
    public static ConstantEntry Of(string comment, params ulong[] values) => new(comment, values);
}
