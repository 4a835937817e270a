using System.Globalization;
using Microsoft.Extensions.Options;

namespace CodeReference.Client;

/// <summary>Says what is wrong with options before anything is asked with them: the option, what it is, and what was expected.</summary>
internal sealed class OptionsCheck : IValidateOptions<CodeReferenceClientOptions>
{
    private const int LargestMessage = 1024 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, CodeReferenceClientOptions options)
    {
        var problems = ProblemsOf(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <exception cref="ArgumentException">Something is wrong.</exception>
    public static void ThrowIfInvalid(CodeReferenceClientOptions options)
    {
        var problems = ProblemsOf(options).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        }
    }

    private static IEnumerable<string> ProblemsOf(CodeReferenceClientOptions options) =>
    [
        .. ProblemsOfAddresses(options),
        .. ProblemsOfCredentials(options),
        .. Duration(nameof(options.Deadline), options.Deadline),
        .. Duration(nameof(options.RetryBackoff), options.RetryBackoff),
        .. Duration(nameof(options.MaxRetryBackoff), options.MaxRetryBackoff),
        .. Duration(nameof(options.ConnectTimeout), options.ConnectTimeout),
        .. Duration(nameof(options.KeepAlivePing), options.KeepAlivePing, atLeast: TimeSpan.FromSeconds(1)),
        .. Duration(nameof(options.KeepAliveTimeout), options.KeepAliveTimeout, atLeast: TimeSpan.FromSeconds(1)),
        .. Duration(nameof(options.MaxBatchWait), options.MaxBatchWait),
        .. Duration(nameof(options.CacheAge), options.CacheAge),
        .. Number(nameof(options.MaxAttempts), options.MaxAttempts, 1, 20),
        .. Number(nameof(options.Connections), options.Connections, 1, 16),
        .. Number(nameof(options.MaxReceiveMessageSize), options.MaxReceiveMessageSize, 1024, LargestMessage),
        .. Number(nameof(options.MaxSendMessageSize), options.MaxSendMessageSize, 1024, LargestMessage),
        .. Number(nameof(options.MaxBatch), options.MaxBatch, 1, 1000),
        .. Number(nameof(options.MaxInFlight), options.MaxInFlight, 1, 1_000_000),
        .. Number(nameof(options.CacheSize), options.CacheSize, 0, 1_000_000),
    ];

    private static IEnumerable<string> ProblemsOfAddresses(CodeReferenceClientOptions options)
    {
        var addresses = options.Addresses;
        if (addresses.Count == 0)
        {
            yield return "Addresses is empty; expected an address of the service: http://localhost:5081.";
        }

        foreach (var address in addresses)
        {
            if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https" or "dns"))
            {
                yield return $"Addresses has \"{address}\"; expected http://host:port, https://host:port or dns:///host:port.";
                yield break;
            }

            if (address.Scheme != "dns" && address.PathAndQuery != "/")
            {
                yield return $"Addresses has \"{address}\"; expected no path after the host and port.";
            }
        }

        if (addresses.Count > 1 && (addresses.Any(address => address.Scheme == "dns") || addresses.DistinctBy(address => address.Scheme).Count() > 1))
        {
            yield return $"Addresses has {string.Join(", ", addresses)}; expected several of one scheme, http or https, or a single dns.";
        }

        if (addresses.Any(address => address.Scheme == "dns") && options.Tls is null)
        {
            yield return $"Tls is not set; expected true or false, because the scheme of {addresses[0]} does not say.";
        }

        if (options.Tls is { } tls && addresses.Any(address => address.Scheme != "dns" && address.Scheme == "https" != tls))
        {
            yield return $"Tls is {tls}; expected what the scheme of {addresses[0]} says, or null.";
        }

        if (options.Connections > 1 && (addresses.Count > 1 || addresses.Any(address => address.Scheme == "dns")))
        {
            yield return $"Connections is {options.Connections}; expected 1 where several addresses take turns.";
        }
    }

    private static IEnumerable<string> ProblemsOfCredentials(CodeReferenceClientOptions options)
    {
        var isPlaintext = !Connection.IsTls(options);
        if (options.ApiKey.Any(character => character is < '!' or > '~'))
        {
            yield return "ApiKey contains a character outside visible ASCII; expected the key as it was issued. The key is not shown here.";
        }

        if ((options.ApiKey.Length > 0 || options.BearerToken is not null) && isPlaintext && !options.AllowPlaintextCredentials && !options.Addresses.All(IsThisMachine))
        {
            yield return $"{(options.ApiKey.Length > 0 ? "ApiKey" : "BearerToken")} is set, and {options.Addresses[0]} is no TLS address; expected https, this machine, or AllowPlaintextCredentials.";
        }

        if (options.ClientCertificate is { } certificate)
        {
            if (isPlaintext)
            {
                yield return "ClientCertificate is set, and the address is no TLS address; expected https.";
            }

            if (!certificate.HasPrivateKey)
            {
                yield return $"ClientCertificate is \"{certificate.Subject}\" without its private key; expected a certificate with it.";
            }
        }

        if (options.Edition.Length > 0 && (options.Edition.Length != 16 || options.Edition.Any(digit => !char.IsAsciiHexDigitLower(digit))))
        {
            yield return $"Edition is \"{options.Edition}\"; expected 16 lower-case hexadecimal digits, or empty for any.";
        }
    }

    private static bool IsThisMachine(Uri address) => address is { IsAbsoluteUri: true, Scheme: not "dns", IsLoopback: true };

    private static IEnumerable<string> Duration(string option, TimeSpan value, TimeSpan atLeast = default)
    {
        if (value <= TimeSpan.Zero || value < atLeast || value > Longest)
        {
            var least = atLeast == default ? "more than 00:00:00" : $"{atLeast}";
            yield return $"{option} is {value}; expected {least} up to {Longest}.";
        }
    }

    private static IEnumerable<string> Number(string option, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; expected {least} to {most}.");
        }
    }
}
