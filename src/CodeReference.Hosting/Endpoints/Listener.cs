using System.Net;

namespace CodeReference.Hosting;

/// <summary>One endpoint that the service listens on: a section of Kestrel:Endpoints.</summary>
/// <param name="Name">The name of the section. "Health" and "Metrics" serve what their names say, and nothing else.</param>
/// <param name="Address">Where it listens.</param>
internal sealed record Listener(string Name, BindingAddress Address)
{
    public const string Health = "Health";
    public const string Metrics = "Metrics";
    public const string Section = "Kestrel:Endpoints";

    public string Setting => $"{Section}:{Name}:Url";

    public bool IsTls => Address.Scheme == "https";

    /// <summary>Whether only processes of this machine reach it.</summary>
    public bool IsLocal =>
        Address.IsUnixPipe
        || Address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Whether it serves requests, and not only health or metrics.</summary>
    public bool ServesRequests => Name is not (Health or Metrics);

    /// <summary>All endpoints of the settings.</summary>
    public static Listener[] ReadAll(IConfiguration configuration)
    {
        Listener[] listeners = [.. configuration.GetSection(Section).GetChildren().Where(endpoint => endpoint["Url"] is { Length: > 0 }).Select(Read)];
        return listeners.Length > 0 ? listeners : throw new SettingException(Section, null, "at least one endpoint with a Url");
    }

    private static Listener Read(IConfigurationSection endpoint)
    {
        var url = endpoint["Url"]!;
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.Scheme is "http" or "https" && (address.IsUnixPipe || (address.Port is >= 0 and <= IPEndPoint.MaxPort && (!address.Host.Contains(':', StringComparison.Ordinal) || address.Host.StartsWith('[')))))
            {
                return new(endpoint.Key, address);
            }
        }
        catch (FormatException)
        {
            // Said below, with the name of the setting.
        }

        throw new SettingException($"{Section}:{endpoint.Key}:Url", url, "an address such as http://127.0.0.1:5080 or https://0.0.0.0:5443, with a port from 0 to 65535");
    }
}
