using System.Globalization;
using System.Runtime.InteropServices;
using CodeReference.Load;

if (args is ["ask", var attempts, .. { Length: > 0 } addresses] && TryNumber(attempts, out var maxAttempts))
{
    using var end = new CancellationTokenSource();
    using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
    {
        context.Cancel = true;
        end.Cancel();
    });
    var load = new AskingLoad([.. addresses.Select(address => new Uri(address))], maxAttempts);
    return await load.RunAsync(end.Token) ? 0 : 1;
}

if (args is ["soak", var span, var rate, var process, var grpc, var json] && TryNumber(span, out var minutes) && TryNumber(rate, out var stepsPerSecond) && TryNumber(process, out var id))
{
    using var load = new MixedLoad(new(grpc), new(json));
    return await Soak.RunAsync(load, stepsPerSecond, TimeSpan.FromMinutes(minutes), new(id, new(json))) ? 0 : 1;
}

await Console.Error.WriteLineAsync("""
    Usage: CodeReference.Load ask <attempts> <gRPC address>...   until SIGTERM
           CodeReference.Load soak <minutes> <steps a second> <process> <gRPC address> <JSON address>
    """);
return 2;

static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
