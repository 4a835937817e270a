using System.Globalization;

namespace CodeReference.Eng;

/// <summary>The arguments behind the name of a command, read from left to right; each has a default.</summary>
internal sealed class Arguments(string[] values)
{
    private int _next;

    /// <summary>Reads a whole number from 1.</summary>
    /// <param name="name">What the usage text calls it.</param>
    /// <param name="otherwise">What it is when it is not given.</param>
    public int Count(string name, int otherwise) =>
        Next() is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new UsageException($"{name} is \"{text}\"; a whole number from 1 was expected.");

    /// <summary>Reads minutes, such as 10 or 0.5.</summary>
    public TimeSpan Minutes(string name, double otherwise) => TimeSpan.FromMinutes(
        Next() is not { } text ? otherwise
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000
            ? number
        : throw new UsageException($"{name} is \"{text}\"; a number of minutes over 0 was expected, such as 10 or 0.5."));

    /// <summary>Reads one of a few words.</summary>
    public string OneOf(string name, params string[] words) =>
        Next() is not { } text ? words[0]
        : words.Contains(text) ? text
        : throw new UsageException($"{name} is \"{text}\"; {string.Join(" or ", words)} was expected.");

    /// <summary>Reads the path of a file, from the current folder.</summary>
    /// <returns>The full path; null when none is given.</returns>
    public string? ExistingFile(string name) =>
        Next() is not { } text ? null
        : File.Exists(text) ? Path.GetFullPath(text)
        : throw new UsageException($"{name} is \"{text}\"; there is no such file.");

    /// <summary>Checks that nothing is left to read.</summary>
    public void End()
    {
        if (Next() is { } text)
        {
            throw new UsageException($"\"{text}\" is one argument too many.");
        }
    }

    private string? Next() => _next < values.Length ? values[_next++] : null;
}

/// <summary>An argument is missing or wrong; the message says which.</summary>
internal sealed class UsageException(string message) : Exception(message);
