using System.Diagnostics;
using System.Globalization;
using CodeReference.Client;
using CodeReference.Data;
using CodeReference.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Outcome = CodeReference.Outcome;

namespace CodeReference.Benchmarks.Client;

/// <summary>
/// What a claim line costs a client that asks a service for its validation: alone, beside 99 other callers, gathered
/// with theirs, in a batch and in a stream. Processor time is the client's own, service not included.
/// </summary>
internal static class ClientLoad
{
    private const int Callers = 100;
    private const int Rounds = 5;

    private static readonly ValidationQuery[] Lines =
    [
        new("14020", "59", "LT"),
        new("14020", "50", "LT"),
        new("99213", "25"),
        new("14020", "24", "26") { Payer = "Medicare" },
        new("14020"),
        new("12032", "51", "RT", "59"),
    ];

    /// <summary>Measures against a service at an address.</summary>
    public static async Task MeasureAsync(string address)
    {
        using var single = new CodeReferenceClient(address);
        using var coalescing = new CodeReferenceClient(new CodeReferenceClientOptions { Addresses = [new(address)], Coalesce = true });
        await CheckAnswersAsync(single, coalescing);
        using var channel = GrpcChannel.ForAddress(address, PlainOptions());
        var plain = new CodeReferenceService.CodeReferenceServiceClient(channel);

        (string Name, Func<Task<int>> Run)[] ways =
        [
            ("one caller", () => AskAsync(single, callers: 1, calls: 3_000)),
            ("one caller, coalescing", () => AskAsync(coalescing, callers: 1, calls: 3_000)),
            ("100 callers, generated client with the channel's retries", () => AskStubAsync(plain, Callers, calls: 20_000)),
            ("100 callers", () => AskAsync(single, Callers, calls: 20_000)),
            ("100 callers, coalescing", () => AskAsync(coalescing, Callers, calls: 100_000)),
            ("batches of 1,000", () => AskBatchesAsync(single, batches: 100)),
            ("a stream", () => AskStreamAsync(single, lines: 100_000)),
        ];
        foreach (var (_, run) in ways)
        {
            await run();
        }

        var figures = ways.Select(_ => new List<(double Cpu, double Wall, double Allocated)>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                figures[i].Add(await FiguresOfAsync(ways[i].Run));
            }
        }

        Console.WriteLine("| asking | client CPU a line | lines a second and client core | time a line | allocated | ratio of CPU |");
        Console.WriteLine("|---|---|---|---|---|---|");
        for (var i = 0; i < ways.Length; i++)
        {
            var (cpu, wall) = (Median(figures[i].Select(figure => figure.Cpu)), Median(figures[i].Select(figure => figure.Wall)));
            var bytes = Median(figures[i].Select(figure => figure.Allocated));
            // Pair by pair with as many callers whose lines travel alone.
            var against = figures[i < 2 ? 0 : 3];
            var ratio = Median(figures[i].Zip(against, (mine, theirs) => theirs.Cpu / mine.Cpu));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {ways[i].Name} | {cpu:F1} µs | {1_000_000 / cpu:N0} | {wall:F1} µs | {bytes:N0} B | {ratio:F1}x |"));
        }
    }

    private static async Task CheckAnswersAsync(params ICodeReference[] ways)
    {
        var book = new LocalCodeReference(Book.Instance);
        foreach (var way in ways)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 600).Select(i => way.ValidateModifiersAsync(Lines[i % Lines.Length])));
            for (var i = 0; i < answers.Length; i++)
            {
                var expected = await book.ValidateModifiersAsync(Lines[i % Lines.Length]);
                if (Text(answers[i]) != Text(expected))
                {
                    throw new InvalidOperationException($"{Lines[i % Lines.Length]} is answered {Text(answers[i])}; expected {Text(expected)}.");
                }
            }
        }
    }

    private static string Text(ValidationAnswer answer) =>
        $"{answer.Procedure} {answer.Outcome} {string.Join(',', answer.Modifiers.Select(modifier => $"{modifier.Modifier} {modifier.Verdict}"))} {string.Join(',', answer.Findings.Select(finding => finding.Rule))}";

    private static async Task<(double Cpu, double Wall, double Allocated)> FiguresOfAsync(Func<Task<int>> run)
    {
        using var process = Process.GetCurrentProcess();
        var (before, allocated) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        var clock = Stopwatch.StartNew();
        var lines = await run();
        var wall = clock.Elapsed;
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMicroseconds / lines, wall.TotalMicroseconds / lines, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)lines);
    }

    private static async Task<int> AskAsync(CodeReferenceClient client, int callers, int calls)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i <= calls)
            {
                Use(await client.ValidateModifiersAsync(Lines[i % Lines.Length]));
            }
        })));
        return calls;
    }

    // What a careful program does without this client: the generated one, a deadline, and the retries of gRPC.
    private static async Task<int> AskStubAsync(CodeReferenceService.CodeReferenceServiceClient client, int callers, int calls)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i <= calls)
            {
                var line = Lines[i % Lines.Length];
                var request = new ValidateModifiersRequest { ProcedureCode = line.ProcedureCode, Modifiers = { line.Modifiers }, Payer = line.Payer };
                var response = await client.ValidateModifiersAsync(request, deadline: DateTime.UtcNow.AddSeconds(10));
                if (response.Outcome == V1.Outcome.Unspecified)
                {
                    throw new InvalidOperationException("There is no outcome.");
                }
            }
        })));
        return calls;
    }

    private static GrpcChannelOptions PlainOptions() => new()
    {
        ServiceConfig = new()
        {
            MethodConfigs =
            {
                new()
                {
                    Names = { MethodName.Default },
                    RetryPolicy = new()
                    {
                        MaxAttempts = 5,
                        InitialBackoff = TimeSpan.FromMilliseconds(20),
                        MaxBackoff = TimeSpan.FromSeconds(1),
                        BackoffMultiplier = 2,
                        RetryableStatusCodes = { StatusCode.Unavailable, StatusCode.Internal },
                    },
                },
            },
        },
    };

    private static async Task<int> AskBatchesAsync(CodeReferenceClient client, int batches)
    {
        ValidationQuery[] lines = [.. Enumerable.Range(0, 1000).Select(i => Lines[i % Lines.Length])];
        for (var i = 0; i < batches; i++)
        {
            foreach (var answer in await client.ValidateModifiersAsync(lines))
            {
                Use(answer.GetAnswer());
            }
        }

        return batches * lines.Length;
    }

    private static async Task<int> AskStreamAsync(CodeReferenceClient client, int lines)
    {
        await foreach (var answer in client.ValidateModifiersAsync(Enumerable.Range(0, lines).Select(i => Lines[i % Lines.Length]).ToAsyncEnumerable()))
        {
            Use(answer.GetAnswer());
        }

        return lines;
    }

    // What every caller reads.
    private static void Use(ValidationAnswer answer)
    {
        if (answer.Outcome == Outcome.None)
        {
            throw new InvalidOperationException("There is no outcome.");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
