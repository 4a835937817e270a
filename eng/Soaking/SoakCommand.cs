using System.Text.RegularExpressions;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng.Soaking;

/// <summary>Asks the service for a long time, in every right and wrong way, and looks at what it holds.</summary>
internal static partial class SoakCommand
{
    private const double DefaultMinutes = 10;
    private const int DefaultRate = 300;

    public static Command Command { get; } = new(
        "soak",
        "[minutes=10] [steps a second=300]",
        """
        Asks the Release build of the service, which is built where there is none, in every right and wrong way. Fails
        when memory, handles or threads have grown after the first quarter, when an answer was not the one expected,
        or when the service logs an error. In less than two minutes it may call growth what is only warm-up.
        """,
        (arguments, end) =>
        {
            var (duration, rate) = (arguments.Minutes("minutes", DefaultMinutes), arguments.Count("steps a second", DefaultRate));
            arguments.End();
            return RunAsync(duration, rate, end);
        });

    /// <summary>Takes so many steps a second for some time.</summary>
    public static async Task<bool> RunAsync(TimeSpan duration, int stepsPerSecond, CancellationToken end)
    {
        var command = ServiceBuild.CommandOf(await ServiceBuild.FindAsync(ServiceBuild.Release, end));
        using var work = new WorkFolder();
        // With the garbage collector of the image, and unmoved by what else the machine does.
        await using var service = await ServiceProcess.StartServingAsync(
            [.. command, "--Overload:MaxWaitMilliseconds=10000"], ServiceAddresses.Free(), work["log"], end, ("DOTNET_gcServer", "0"));
        using var load = new MixedLoad(service.Addresses.Grpc, service.Addresses.Json);
        var growth = new Growth(new(service.Id, service.Addresses.Json));
        var loading = load.RunAsync(stepsPerSecond, duration, end);
        await growth.WatchAsync(duration, end);
        await loading;
        Console.WriteLine(load.Tally);
        var isFlat = growth.IsFlat();
        // What callers do wrong is no error of the service, although Kestrel warns of connections that break off.
        var errors = service.ReadLog().Where(line => ErrorLine().IsMatch(line)).ToList();
        errors.ForEach(Console.WriteLine);
        return isFlat && load.Tally.IsClean && errors.Count == 0;
    }

    [GeneratedRegex("(fail|crit):")]
    private static partial Regex ErrorLine();
}
