using Microsoft.Win32.SafeHandles;

namespace ClaimLines;

/// <summary>
/// A CSV file of claim lines, cut into blocks that are read side by side. A line belongs to the block in which it begins,
/// so that nobody has to go through the file first.
/// </summary>
internal sealed class LineFile : IDisposable
{
    /// <summary>The longest line, in bytes. A longer one is a bad row.</summary>
    public const int MaxLine = 4096;

    /// <summary>The bytes of a block.</summary>
    public const int BlockSize = 1 << 20;

    private readonly SafeFileHandle _file;
    private readonly long _start;

    private LineFile(SafeFileHandle file, Columns columns, long start)
    {
        _file = file;
        _start = start;
        Columns = columns;
        Length = RandomAccess.GetLength(file);
    }

    /// <summary>Which column holds what, by the header.</summary>
    public Columns Columns { get; }

    /// <summary>The bytes of the file, its header included.</summary>
    public long Length { get; }

    /// <summary>How many blocks it has.</summary>
    public long Blocks => (Length - _start + BlockSize - 1) / BlockSize;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="InvalidDataException">The header is missing, or has not the columns that are expected.</exception>
    public static LineFile Open(string path)
    {
        var file = File.OpenHandle(path);
        try
        {
            var start = new byte[MaxLine];
            ReadOnlySpan<byte> text = start.AsSpan(0, ReadAll(file, start, 0));
            var mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
            var end = text.IndexOf((byte)'\n');
            var header = end < 0 ? text[mark..] : text[mark..end];
            return new(file, Columns.Of(header.TrimEnd((byte)'\r')), end < 0 ? text.Length : end + 1);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the lines of a block.</summary>
    /// <param name="block">Its number, from 0.</param>
    /// <param name="buffer">At least <see cref="BufferSize"/> bytes, for this block until the next is read.</param>
    public Lines Read(long block, byte[] buffer)
    {
        // The byte before the block says whether a line begins with it.
        var from = _start + (block * BlockSize) - 1;
        var text = buffer.AsSpan(0, ReadAll(_file, buffer, from));
        var first = text.IndexOf((byte)'\n') + 1;
        return first == 0 ? default : new(text[first..], BlockSize + 1 - first, isLast: from + text.Length == Length);
    }

    /// <summary>The bytes that a buffer for a block needs: the byte before it, and the rest of its last line behind it.</summary>
    public const int BufferSize = 1 + BlockSize + MaxLine;

    public void Dispose() => _file.Dispose();

    private static int ReadAll(SafeFileHandle file, byte[] buffer, long from)
    {
        var read = 0;
        for (int more; read < buffer.Length && (more = RandomAccess.Read(file, buffer.AsSpan(read), from + read)) > 0;)
        {
            read += more;
        }

        return read;
    }
}
