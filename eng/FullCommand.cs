using System.Diagnostics;
using CodeReference.Eng.Overloading;
using CodeReference.Eng.Processes;
using CodeReference.Eng.Restarting;
using CodeReference.Eng.Soaking;

namespace CodeReference.Eng;

/// <summary>Runs everything that is too long for CI, one after the other.</summary>
internal static class FullCommand
{
    private const string Benchmarks = "tests/CodeReference.Benchmarks";
    private const string Passed = "passed";
    private const string Failed = "FAILED";
    private const string Skipped = "skipped";

    private static readonly Step[] Steps =
    [
        new("start-up 7", end => StartUpCommand.RunAsync(7, null, end)),
        new("overload 6", end => OverloadCommand.RunAsync(6, null, 5, end), H2Load.Programs),
        new("restart 20 TERM", end => RestartCommand.RunAsync(20, RestartCommand.Term, end), HaProxy.Program),
        new("restart 20 KILL", end => RestartCommand.RunAsync(20, RestartCommand.Kill, end)),
        new("soak 10", end => SoakCommand.RunAsync(TimeSpan.FromMinutes(10), 300, end)),
        // The last asks the books that the first builds.
        new("benchmarks: national", end => BenchmarkAsync(end, "national")),
        new("benchmarks: first-answer", end => BenchmarkAsync(end, "first-answer")),
        new("benchmarks: peers", end => BenchmarkAsync(end, "peers"), [.. H2Load.Programs, "redis-server", "redis-benchmark"]),
        new("benchmarks: all others", end => BenchmarkAsync(end, "--filter", "*")),
    ];

    public static Command Command { get; } = new(
        "full",
        "",
        $"""
        Builds the service and runs all that is too long for CI, one after the other, on a machine that does nothing
        else: {string.Join(", ", Steps[..5].Select(step => step.Title))};
        {string.Join(", ", Steps[5..].Select(step => step.Title))}.
        Skips what needs a program that is not installed, goes on after a failure, and fails if any fails. It takes
        more than an hour.
        """,
        (arguments, end) =>
        {
            arguments.End();
            return RunAsync(end);
        });

    private static async Task<bool> RunAsync(CancellationToken end)
    {
        await ServiceBuild.BuildAsync(ServiceBuild.Release, end);
        await ServiceBuild.BuildAsync(ServiceBuild.Debug, end);
        var outcomes = new List<(Step Step, string Outcome)>();
        foreach (var step in Steps)
        {
            Console.WriteLine($"\n== {step.Title}");
            var begun = Stopwatch.GetTimestamp();
            var outcome = await OutcomeAsync(step, end);
            Console.WriteLine($"{outcome} after {Stopwatch.GetElapsedTime(begun):h\\:mm\\:ss}");
            outcomes.Add((step, outcome));
        }

        Console.WriteLine("\n== All");
        outcomes.ForEach(each => Console.WriteLine($"{each.Outcome,-8} {each.Step.Title}"));
        return outcomes.TrueForAll(each => each.Outcome != Failed);
    }

    private static async Task<string> OutcomeAsync(Step step, CancellationToken end)
    {
        if (Array.Find(step.Needs, program => Tool.Find(program) is null) is { } missing)
        {
            Console.WriteLine($"{missing} is not installed.");
            return Skipped;
        }

        try
        {
            return await step.RunAsync(end) ? Passed : Failed;
        }
        catch (ProcessException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    private static Task<bool> BenchmarkAsync(CancellationToken end, params string[] arguments) =>
        Tool.RunAsync("dotnet", ["run", "-c", "Release", "--project", Benchmarks, "--", .. arguments], end);

    /// <summary>One thing that is run.</summary>
    /// <param name="Title">The command as it is typed, or which benchmarks.</param>
    /// <param name="RunAsync">Runs it, and returns whether it succeeded.</param>
    /// <param name="Needs">The programs without which it is skipped.</param>
    private sealed record Step(string Title, Func<CancellationToken, Task<bool>> RunAsync, params string[] Needs);
}
