using System;
using System.Globalization;

namespace CodeReference.Format;

/// <summary>
/// The image of a book, for one too large to be constants of C#: a head, a directory, and then the parts that the
/// directory gives the place of, each at a multiple of eight bytes from where the data of a resource begins. Numbers are
/// little-endian. Compiled into the library, which reads, and into the compiler, which writes.
/// </summary>
internal static class ImageFormat
{
    /// <summary>Raised when a number of a table comes to mean something else and no shape changes with it.</summary>
    private const int Meaning = 3;

    /// <summary>The name of the resource.</summary>
    public const string ResourceName = "CodeReference.Book";

    /// <summary>The head: eight bytes that tell what it is, the version, the number of parts.</summary>
    public const int HeadSize = 16;

    /// <summary>An entry of the directory: where the part begins, and its length, in bytes.</summary>
    public const int EntrySize = 16;

    /// <summary>The parts: the tables in the order of <see cref="BookTable"/>, and after them these.</summary>
    public static readonly int ShardStarts = BookSchema.Tables.Length;

    public static readonly int Text = ShardStarts + 1;

    /// <summary>The edition: id, label, version of the compiler, number of diagnostics; a line each.</summary>
    public static readonly int Edition = Text + 1;

    public static readonly int Parts = Edition + 1;

    /// <summary>
    /// A hash of the schema: a library refuses an image whose tables are others than its own, whichever of the two is older.
    /// </summary>
    public static readonly int Version = HashOf(BookSchema.Tables);

    public static ReadOnlySpan<byte> Magic => "CodeRef\n"u8;

    // Over each character of what tells a table from another.
    private static int HashOf(ReadOnlySpan<TableShape> tables)
    {
        var hash = Fnv.Seed;
        Add(Meaning.ToString(CultureInfo.InvariantCulture));
        foreach (var table in tables)
        {
            Add(FormattableString.Invariant($"{table.Table} {table.Element} {table.Width};"));
        }

        return unchecked((int)hash);

        void Add(string text)
        {
            foreach (var c in text)
            {
                hash = Fnv.Add(hash, c);
            }
        }
    }
}
