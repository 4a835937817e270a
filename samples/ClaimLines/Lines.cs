namespace ClaimLines;

/// <summary>The lines of a block, one after the other.</summary>
internal ref struct Lines
{
    private readonly bool _isLast;
    private ReadOnlySpan<byte> _rest;
    private int _within;

    /// <param name="text">From the first line of the block to the end of what was read.</param>
    /// <param name="within">How many bytes of it are in the block: the last line begins there and may end behind.</param>
    /// <param name="isLast">Whether what was read ends where the file does.</param>
    public Lines(ReadOnlySpan<byte> text, int within, bool isLast)
    {
        _rest = text;
        _within = within;
        _isLast = isLast;
    }

    /// <summary>The line, without its end; of a line that is too long, its beginning.</summary>
    public ReadOnlySpan<byte> Current { readonly get; private set; }

    /// <summary>Whether the line is longer than <see cref="LineFile.MaxLine"/>.</summary>
    public bool IsTooLong { readonly get; private set; }

    /// <summary>Goes on to the next line.</summary>
    /// <returns>False after the last that begins in the block.</returns>
    public bool MoveNext()
    {
        if (_within <= 0 || _rest.IsEmpty)
        {
            return false;
        }

        var end = _rest.IndexOf((byte)'\n');
        IsTooLong = end > LineFile.MaxLine || (end < 0 && (!_isLast || _rest.Length > LineFile.MaxLine));
        var taken = end < 0 ? _rest.Length : end + 1;
        Current = IsTooLong ? _rest[..40] : _rest[..(end < 0 ? taken : end)].TrimEnd((byte)'\r');
        _rest = _rest[taken..];
        _within -= taken;
        return true;
    }
}
