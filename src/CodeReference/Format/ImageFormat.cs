using System;

namespace CodeReference.Format;

/// <summary>
/// The image of a book, for one too large to be constants of C#: a head, a directory, and then the parts that the
/// directory gives the place of, each at a multiple of eight bytes from where the data of a resource begins. Numbers are
/// little-endian. Compiled into the library, which reads, and into the compiler, which writes.
/// </summary>
internal static class ImageFormat
{
    /// <summary>Raised whenever an older library could misread a newer image, or the other way round.</summary>
    public const int Version = 2;

    /// <summary>The name of the resource.</summary>
    public const string ResourceName = "CodeReference.Book";

    /// <summary>The head: eight bytes that tell what it is, the version, the number of parts.</summary>
    public const int HeadSize = 16;

    /// <summary>An entry of the directory: where the part begins, and its length, in bytes.</summary>
    public const int EntrySize = 16;

    /// <summary>The parts: the tables in the order of <see cref="BookTable"/>, and after them these.</summary>
    public const int ShardStarts = (int)BookTable.SearchTitleLengths + 1;

    public const int Text = ShardStarts + 1;

    /// <summary>The edition: id, label, version of the compiler, number of diagnostics; a line each.</summary>
    public const int Edition = Text + 1;

    public const int Parts = Edition + 1;

    public static ReadOnlySpan<byte> Magic => "CodeRef\n"u8;
}
