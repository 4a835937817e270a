using System.Globalization;
using System.Text.RegularExpressions;
using CodeReference.Data;
using CodeReference.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;

namespace CodeReference.Benchmarks.Service;

/// <summary>
/// What a call costs the service, beside an empty call of the same server, the same answer through the objects of
/// Google.Protobuf, SQLite behind the same server, and Redis. The figure is the processor time of the server by its own
/// account; whoever loads it has the other core. Everything runs in turn, several rounds, and medians are told.
/// </summary>
internal static partial class PeerTable
{
    private const int Lines = 1_000;

    private static readonly string[] Procedures = ["14020", "14020", "14020", "14021", "14301", "99213", "12032"];
    private static readonly string[] Modifiers = ["LT", "RT", "59", "51", "58", "78", "79", "22", "52", "76", "GA", "XS"];
    private static readonly string[] Payers = ["", "Medicare", "Aetna", "UnitedHealthcare"];

    /// <summary>One thing that is measured.</summary>
    /// <param name="Name">What it is called in the table.</param>
    /// <param name="Against">The row that it is compared with.</param>
    /// <param name="Calls">How many calls a round makes.</param>
    /// <param name="Run">Makes so many calls.</param>
    /// <param name="Seconds">Reads the processor time of the server.</param>
    /// <param name="Bytes">How long an answer is.</param>
    private sealed record Row(string Name, string Against, int Calls, Action<int> Run, Func<double> Seconds, int Bytes);

    public static async Task MeasureAsync(int rounds)
    {
        using var server = PeerServer.Start();
        using var http = new HttpClient { BaseAddress = server.Json };
        using var channel = GrpcChannel.ForAddress(server.Grpc, new() { MaxReceiveMessageSize = null });
        var caller = channel.CreateCallInvoker();

        var codes = CodeLists.All(Book.Instance);
        var lookup = new LookupCodeRequest { Code = "14020", View = View.Full };
        var publication = new GetPublicationRequest { ProcedureCode = "14020", View = View.Full };
        var line = new ValidateModifiersRequest { ProcedureCode = "14020", Modifiers = { "52", "LT" }, Payer = "Medicare" };
        var finding = new ValidateModifiersRequest { ProcedureCode = "14020", Modifiers = { "59", "LT" }, Payer = "Medicare" };
        var lookups = new BatchLookupCodesRequest { Lookups = { Enumerable.Range(0, Lines).Select(i => new LookupCodeRequest { Code = codes[i * 7 % codes.Length] }) } };
        var random = new Random(14020);
        var lines = new BatchValidateModifiersRequest { Lines = { Enumerable.Range(0, Lines).Select(_ => LineOf(random)) } };

        var answer = await ReplyAsync(caller, "LookupCode", lookup);
        using var redis = RedisCodes.Start([("14020", answer)]);
        AnswerCheck.Same(Convert.ToHexString(answer), Convert.ToHexString(redis.Get("14020", answer.Length)), "GET 14020");

        var rows = new List<Row> { await CallAsync("an empty call", "an empty call", "Empty", new Empty(), 60_000) };
        await AddAsync("LookupCode", lookup, 60_000, "SqliteLookupCode");
        rows.Add(new("LookupCode: Redis GET", "LookupCode", 200_000, calls => redis.Load("14020", calls, pipelined: 1), () => redis.Seconds, answer.Length));
        rows.Add(new("LookupCode: Redis GET, 16 in a pipeline", "LookupCode", 1_000_000, calls => redis.Load("14020", calls, pipelined: 16), () => redis.Seconds, answer.Length));
        await AddAsync("BatchLookupCodes", lookups, 600);
        await AddAsync("GetPublication", publication, 20_000);
        await AddAsync("ValidateModifiers", line, 60_000);
        await AddAsync("ValidateModifiers", finding, 60_000, suffix: " with a finding");
        await AddAsync("BatchValidateModifiers", lines, 600);

        foreach (var row in rows)
        {
            row.Run(row.Calls);
        }

        var figures = rows.ToDictionary(row => row.Name, _ => new List<(double Cpu, double Allocated)>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var row in rows)
            {
                var (seconds, allocated) = (row.Seconds(), await AllocatedAsync(http));
                row.Run(row.Calls);
                figures[row.Name].Add(((row.Seconds() - seconds) * 1_000_000 / row.Calls, (await AllocatedAsync(http) - allocated) / row.Calls));
            }
        }

        var results = BatchValidateModifiersResponse.Parser.ParseFrom(await ReplyAsync(caller, "BatchValidateModifiers", lines)).Results;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count(result => result.Response.Findings.Count > 0)} of the {Lines} lines of a batch have a finding. A batch is one call."));
        Console.WriteLine("| call | bytes of the answer | server CPU a call | allocated a call | against an empty call | against ours |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            var mine = figures[row.Name];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Bytes:N0} | {Median(mine.Select(figure => figure.Cpu)):F1} µs | {(row.Name.Contains("Redis", StringComparison.Ordinal) ? "" : $"{Median(mine.Select(figure => figure.Allocated)):N0} B")} | {Ratio(mine, figures["an empty call"]):F2}x | {Ratio(mine, figures[row.Against]):F2}x |"));
        }

        async Task AddAsync(string method, IMessage request, int calls, string? other = null, string suffix = "")
        {
            var ours = await CallAsync(method + suffix, method + suffix, method, request, calls);
            var plain = await CallAsync($"{method}{suffix}: Google.Protobuf objects", method + suffix, "Plain" + method, request, calls);
            AnswerCheck.Same(
                Convert.ToHexString(await ReplyAsync(caller, method, request)), Convert.ToHexString(await ReplyAsync(caller, "Plain" + method, request)), method);
            rows.AddRange(ours, plain);
            if (other is not null)
            {
                AnswerCheck.Same(Convert.ToHexString(await ReplyAsync(caller, method, request)), Convert.ToHexString(await ReplyAsync(caller, other, request)), other);
                rows.Add(await CallAsync($"{method}{suffix}: SQLite behind the same server", method + suffix, other, request, calls));
            }
        }

        async Task<Row> CallAsync(string name, string against, string method, IMessage request, int calls)
        {
            var length = (await ReplyAsync(caller, method, request)).Length;
            return new(name, against, calls, count => Load(server.Grpc, method, request.ToByteArray(), count, length), () => server.Seconds, length);
        }
    }

    private static ValidateModifiersRequest LineOf(Random random) => new()
    {
        ProcedureCode = Procedures[random.Next(Procedures.Length)],
        Modifiers = { random.GetItems(Modifiers, random.Next(3)) },
        Payer = Payers[random.Next(Payers.Length)],
    };

    private static async Task<byte[]> ReplyAsync(CallInvoker caller, string method, IMessage request)
    {
        var untouched = Marshallers.Create(bytes => bytes, bytes => bytes);
        var asked = new Method<byte[], byte[]>(MethodType.Unary, CodeReferenceService.Descriptor.FullName, method, untouched, untouched);
        return await caller.AsyncUnaryCall(asked, null, new CallOptions(), request.ToByteArray());
    }

    // h2load reads no status: an error would have another length.
    private static void Load(Uri address, string method, byte[] request, int calls, int length)
    {
        var body = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(body, [0, (byte)(request.Length >> 24), (byte)(request.Length >> 16), (byte)(request.Length >> 8), (byte)request.Length, .. request]);
            var output = Pinned.Run(
                1, "h2load", "-t1", "-c4", calls < 1_000 ? "-m1" : "-m16", $"-n{calls}", $"-d{body}", "-H", "content-type: application/grpc", "-H", "te: trailers",
                $"{address}{CodeReferenceService.Descriptor.FullName}/{method}");
            var succeeded = long.Parse(Succeeded().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
            var data = long.Parse(Data().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
            AnswerCheck.Same(((long)calls, (long)calls * (length + 5)), (succeeded, data), $"{calls} calls of {method}");
        }
        finally
        {
            File.Delete(body);
        }
    }

    private static async Task<double> AllocatedAsync(HttpClient http) => double.Parse(await http.GetStringAsync(new Uri("/allocated", UriKind.Relative)), CultureInfo.InvariantCulture);

    private static double Ratio(List<(double Cpu, double Allocated)> mine, List<(double Cpu, double Allocated)> others) =>
        Median(mine.Zip(others, (each, other) => each.Cpu / other.Cpu));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    [GeneratedRegex(@"^requests: .* (\d+) succeeded", RegexOptions.Multiline)]
    private static partial Regex Succeeded();

    [GeneratedRegex(@"^traffic: .* \((\d+)\) data", RegexOptions.Multiline)]
    private static partial Regex Data();
}
