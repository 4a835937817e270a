namespace CodeReference.Hosting;

/// <summary>All that the service logs of its own. Never what a caller sends: a claim is health data.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Serving edition {Edition} (publications: {Publications}, rows: {Rows}, codes: {Codes}, diagnostics: {Diagnostics})")]
    public static partial void Serving(ILogger logger, string edition, int publications, int rows, int codes, int diagnostics);

    [LoggerMessage(2, LogLevel.Information, "Listening on {Addresses}")]
    public static partial void Listening(ILogger logger, string addresses);

    [LoggerMessage(3, LogLevel.Information, "Try it: curl -s {Address}/v1/modifiers:validate -H 'content-type: application/json' -d '{Body}'")]
    public static partial void TryIt(ILogger logger, string address, string body);

    [LoggerMessage(4, LogLevel.Information, "{Setting}: the file has changed and is in force")]
    public static partial void FileReloaded(ILogger logger, string setting);

    [LoggerMessage(5, LogLevel.Warning, "{Setting}: the file has changed and cannot be read ({Fault}); what it said before stays in force")]
    public static partial void FileUnreadable(ILogger logger, string setting, string fault);

    [LoggerMessage(6, LogLevel.Information, "Draining: health says NOT_SERVING, and connections are closed after {Delay} s")]
    public static partial void Draining(ILogger logger, double delay);
}
