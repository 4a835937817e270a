using System.Globalization;

namespace CodeReference.Hosting;

/// <summary>
/// Reads one section of the configuration, and refuses what it cannot use by its name, the value found and the one
/// expected. An empty value is one that is not set.
/// </summary>
internal sealed class Settings(IConfiguration configuration, string section)
{
    private readonly List<string> _known = [];

    /// <summary>A whole number between two bounds.</summary>
    public int Number(string name, int otherwise, int min, int max)
    {
        var text = Text(name);
        return text is null ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
            : throw Invalid(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"));
    }

    /// <summary>True or false; null when it is not set.</summary>
    public bool? Flag(string name)
    {
        var text = Text(name);
        return text is null ? null
            : bool.TryParse(text, out var flag) ? flag
            : throw Invalid(name, "true or false");
    }

    /// <summary>Any text; null when it is not set.</summary>
    public string? Text(string name)
    {
        _known.Add(name);
        return configuration[Path(name)] is { Length: > 0 } text ? text : null;
    }

    /// <summary>The full path of a file that is there, from the working directory; null when it is not set.</summary>
    public string? File(string name, string what)
    {
        var text = Text(name);
        return text is null ? null
            : System.IO.File.Exists(text) ? System.IO.Path.GetFullPath(text)
            : throw Invalid(name, $"the path of {what}");
    }

    /// <summary>An absolute address; null when it is not set.</summary>
    public Uri? Address(string name, string expected)
    {
        var text = Text(name);
        return text is null ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw Invalid(name, expected);
    }

    /// <summary>The texts of a list; none when it is not set.</summary>
    public string[] List(string name)
    {
        _known.Add(name);
        return [.. configuration.GetSection(Path(name)).GetChildren().Select(item => item.Value).OfType<string>().Where(item => item.Length > 0)];
    }

    /// <summary>A section inside this one.</summary>
    public Settings Section(string name)
    {
        _known.Add(name);
        return new(configuration, Path(name));
    }

    /// <summary>Refuses names that nothing has asked for: a misspelt setting must not pass for its default.</summary>
    public void RefuseUnknown()
    {
        if (configuration.GetSection(section).GetChildren().FirstOrDefault(child => !_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SettingException(unknown.Path, unknown.Value ?? "a section", $"no such setting; {section} has {string.Join(", ", _known.Distinct())}");
        }
    }

    /// <summary>What is wrong with a setting of this section.</summary>
    public SettingException Invalid(string name, string expected) => new(Path(name), configuration[Path(name)] is { Length: > 0 } text ? text : null, expected);

    private string Path(string name) => $"{section}:{name}";
}
