using System.Runtime.InteropServices;
using CodeReference.Eng;
using CodeReference.Eng.Overloading;
using CodeReference.Eng.Processes;
using CodeReference.Eng.Restarting;
using CodeReference.Eng.Soaking;

Command[] commands =
[
    CountCommand.Command,
    FullCommand.Command,
    OverloadCommand.Command,
    RestartCommand.Command,
    SoakCommand.Command,
    StartUpCommand.Command,
    TortureCommand.Command,
];
if (args is [] or ["help" or "--help" or "-h", ..])
{
    Console.WriteLine(Usage());
    return args is [] ? ExitCode.Usage : ExitCode.Success;
}

if (Array.Find(commands, command => command.Name == args[0]) is not { } named)
{
    await Console.Error.WriteLineAsync($"There is no command \"{args[0]}\".\n\n{Usage()}");
    return ExitCode.Usage;
}

using var end = new CancellationTokenSource();
PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
var registrations = signals.Select(signal => PosixSignalRegistration.Create(signal, End)).ToList();
try
{
    return await named.RunAsync(new(args[1..]), end.Token) ? ExitCode.Success : ExitCode.Failure;
}
catch (UsageException exception)
{
    await Console.Error.WriteLineAsync($"{named.Name}: {exception.Message}\n\n{UsageOf(named)}");
    return ExitCode.Usage;
}
catch (OperationCanceledException) when (end.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync($"{named.Name}: stopped before its end.");
    return ExitCode.Stopped;
}
catch (ProcessException exception)
{
    await Console.Error.WriteLineAsync($"{named.Name}: {exception.Message}");
    return ExitCode.Failure;
}
finally
{
    registrations.ForEach(registration => registration.Dispose());
}

// The command ends the processes that it has started, and then this one.
void End(PosixSignalContext context)
{
    context.Cancel = true;
    end.Cancel();
}

string Usage() => $"""
    Measures and attacks the service, and counts what a change touches:

    dotnet run --project eng -- <command> [argument]...

    {string.Join("\n\n", commands.Select(UsageOf))}

    Exit codes: 0 success or skipped, 1 failure, 2 wrong usage, 130 stopped by a signal.
    """;

static string UsageOf(Command command) =>
    $"{command.Name} {command.Arguments}".TrimEnd() + string.Concat(command.Summary.Split('\n').Select(line => $"\n    {line}"));
