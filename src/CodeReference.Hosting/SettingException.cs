namespace CodeReference.Hosting;

/// <summary>A setting that the service cannot start with.</summary>
public sealed class SettingException : Exception
{
    internal SettingException(string name, string? found, string expected)
        : base($"{name} is {(found is null ? "not set" : $"\"{found}\"")}; expected {expected}.") => Setting = name;

    /// <summary>The name of the setting: "Transport:Certificate".</summary>
    public string Setting { get; }
}
