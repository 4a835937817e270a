namespace CodeReference.Service.Hosting;

/// <summary>A setting that the service cannot start with.</summary>
/// <param name="name">The name of the setting: "Transport:Certificate".</param>
/// <param name="found">Its value; null when it is not set.</param>
/// <param name="expected">What it has to be, to stand after "expected".</param>
internal sealed class SettingException(string name, string? found, string expected)
    : Exception($"{name} is {(found is null ? "not set" : $"\"{found}\"")}; expected {expected}.");
