using System.Text;
using CodeReference.Compiler.Layout;
using CodeReference.Format;

namespace CodeReference.Compiler.Emitting;

/// <summary>The sixth stage for a large book: a layout to the bytes of an image, which the build embeds as a resource.</summary>
internal static class ImageEmitter
{
    private const int Alignment = 8;

    // A resource's data begins four bytes after a multiple of eight: its length stands before it.
    private const int ResourceOffset = 4;

    public static void Emit(BookLayout book, EmitOptions options, Stream image)
    {
        var parts = book.Tables.Select(table => (Length: (long)table.Values.Count * (int)BookSchema.Of(table.Table).Element, Write: Numbers(table)))
            .Concat([ShardStarts(book), Text(book), Edition(book, options)])
            .ToList();

        var writer = new BinaryWriter(image);
        writer.Write(ImageFormat.Magic.ToArray());
        writer.Write(ImageFormat.Version);
        writer.Write(parts.Count);
        var start = (long)ImageFormat.HeadSize + (parts.Count * ImageFormat.EntrySize);
        foreach (var (length, _) in parts)
        {
            start = Align(start);
            writer.Write(start);
            writer.Write(length);
            start += length;
        }

        foreach (var (_, write) in parts)
        {
            writer.Write(new byte[Align(image.Position) - image.Position]);
            write(writer);
        }

        writer.Flush();
    }

    private static long Align(long position) =>
        ((position + ResourceOffset + Alignment - 1) / Alignment * Alignment) - ResourceOffset;

    private static Action<BinaryWriter> Numbers(ConstantTable table) => BookSchema.Of(table.Table).Element switch
    {
        TableElement.Byte => writer => WriteAll(table, value => writer.Write((byte)value)),
        TableElement.UShort => writer => WriteAll(table, value => writer.Write((ushort)value)),
        TableElement.UInt => writer => WriteAll(table, value => writer.Write((uint)value)),
        _ => writer => WriteAll(table, writer.Write),
    };

    private static void WriteAll(ConstantTable table, Action<ulong> write)
    {
        foreach (var value in table.Values.AsSpan())
        {
            write(value);
        }
    }

    private static (long, Action<BinaryWriter>) ShardStarts(BookLayout book)
    {
        var starts = new List<long> { 0 };
        foreach (var shard in book.Shards)
        {
            starts.Add(starts[starts.Count - 1] + shard.Texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1L));
        }

        return (starts.Count * sizeof(long), writer => starts.ForEach(writer.Write));
    }

    private static (long, Action<BinaryWriter>) Text(BookLayout book) =>
        (book.Shards.Sum(shard => shard.Texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1L)), writer => WriteText(book, writer));

    private static void WriteText(BookLayout book, BinaryWriter writer)
    {
        foreach (var text in book.Shards.SelectMany(shard => shard.Texts))
        {
            writer.Write(Encoding.UTF8.GetBytes(text));
            writer.Write(BookFormat.EndOfText);
        }
    }

    private static (long, Action<BinaryWriter>) Edition(BookLayout book, EmitOptions options)
    {
        var lines = Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{book.Edition}\n{options.Label.Replace('\n', ' ')}\n{options.CompilerVersion}\n{book.DiagnosticCount}\n"));
        return (lines.Length, writer => writer.Write(lines));
    }
}
