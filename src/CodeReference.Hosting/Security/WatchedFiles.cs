using System.Security.Cryptography;

namespace CodeReference.Hosting;

/// <summary>
/// What some files say, read again once they change. A change that cannot be read is logged, and what was read before
/// stays in force.
/// </summary>
/// <remarks>
/// Contents are compared, not times: a mounted secret changes by a link to it. They are looked at when the value is
/// asked for, at most once in a second, by one caller while the others go on with the value they have.
/// </remarks>
internal sealed class WatchedFiles<T>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string _setting;
    private readonly string[] _paths;
    private readonly Func<T> _read;
    private readonly ILogger _log;
    private readonly TimeProvider _clock;
    private Read _last;
    private long _looked;
    private int _looking;

    /// <summary>Reads the files for the first time.</summary>
    /// <exception cref="SettingException">They cannot be read.</exception>
    public WatchedFiles(string setting, string[] paths, Func<T> read, string expected, ILogger log, TimeProvider clock)
    {
        (_setting, _paths, _read, _log, _clock) = (setting, paths, read, log, clock);
        _looked = clock.GetTimestamp();
        try
        {
            _last = new(Hash(), read());
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw new SettingException(setting, paths[0], $"{expected} ({exception.Message.ReplaceLineEndings(" ").TrimEnd('.')})");
        }
    }

    public T Value
    {
        get
        {
            if (_clock.GetElapsedTime(Volatile.Read(ref _looked)) >= Interval && Interlocked.Exchange(ref _looking, 1) == 0)
            {
                Look();
                Volatile.Write(ref _looked, _clock.GetTimestamp());
                Volatile.Write(ref _looking, 0);
            }

            return Volatile.Read(ref _last).Value;
        }
    }

    private void Look()
    {
        try
        {
            var hash = Hash();
            if (hash != _last.Hash)
            {
                Volatile.Write(ref _last, new(hash, _read()));
                Log.FileReloaded(_log, _setting);
            }
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            Log.FileUnreadable(_log, _setting, exception.GetType().Name);
        }
    }

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in _paths)
        {
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or CryptographicException or FormatException or ArgumentException or System.Text.Json.JsonException;

    private sealed record Read(string Hash, T Value);
}
