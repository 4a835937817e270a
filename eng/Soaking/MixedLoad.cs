using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CodeReference.Client;
using CodeReference.Eng.Load;
using CodeReference.V1;
using Grpc.Core;

namespace CodeReference.Eng.Soaking;

/// <summary>
/// What callers of every kind do to a service, right and wrong, at a steady rate: all questions over gRPC, some over JSON,
/// streams that are read to their end or given up, connections that are used once, or broken.
/// </summary>
internal sealed class MixedLoad(Uri grpc, Uri json) : IDisposable
{
    private const int Callers = 8;

    private static readonly (string Path, string? Body, int Status)[] Requests =
    [
        ("/v1/modifiers:validate", """{"procedureCode":"14020","modifiers":["50","LT"]}""", 200),
        ("/v1/codes:select", """{"narrative":"Rotation flap of the left thigh, 2.5 x 3.2 cm"}""", 200),
        ("/v1/codes/14020", null, 200),
        ("/v1/codes/14023", null, 404),
        ("/v1/modifiers:validate", """{"procedureCode":""", 400),
        ("/v1/nothing", null, 404),
        ("/health", null, 200),
    ];

    private readonly CodeReferenceClient _client = ClientOf(grpc);
    private readonly HttpClient _http = new() { BaseAddress = json };
    private readonly Tally _tally = new();

    /// <summary>What became of it so far.</summary>
    public Tally Tally => _tally;

    /// <summary>Takes so many steps a second for some time.</summary>
    public async Task RunAsync(int stepsPerSecond, TimeSpan duration, CancellationToken end)
    {
        var questions = await Question.AllAsync();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = caller; clock.Elapsed < duration; i += Callers)
            {
                end.ThrowIfCancellationRequested();
                var early = TimeSpan.FromSeconds((double)i / stepsPerSecond) - clock.Elapsed;
                if (early > TimeSpan.Zero)
                {
                    await Task.Delay(early, end);
                }

                // A prime and a number that it does not divide: every step meets every question.
                await StepAsync(i % 11, i, questions[i % questions.Length]);
            }
        })));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private async Task StepAsync(int kind, int number, Question question)
    {
        var begun = Stopwatch.GetTimestamp();
        var (expected, answer) = kind switch
        {
            0 => await StreamAsync(lines: 1 + number % 20),
            1 => await AbandonAsync(),
            2 => await AskOnceAsync(question),
            3 => await BreakAsync(number),
            4 or 5 => await RequestAsync(Requests[number % Requests.Length]),
            _ => (question.Expected, await question.AskAsync(_client)),
        };
        _tally.Count(expected, answer, begun);
    }

    /// <summary>A stream that is read to its end.</summary>
    private async Task<(string Expected, string Answer)> StreamAsync(int lines)
    {
        using var stream = _client.Stub.StreamValidateModifiers();
        for (var i = 0; i < lines; i++)
        {
            await stream.RequestStream.WriteAsync(new() { LineId = $"{i}", Line = new() { ProcedureCode = i % 5 == 4 ? "?" : "14020" } });
        }

        await stream.RequestStream.CompleteAsync();
        var answered = new List<string>();
        await foreach (var answer in stream.ResponseStream.ReadAllAsync())
        {
            answered.Add(answer.LineId);
        }

        return (string.Join(' ', Enumerable.Range(0, lines)), string.Join(' ', answered));
    }

    /// <summary>A stream whose caller goes while it is open.</summary>
    private async Task<(string Expected, string Answer)> AbandonAsync()
    {
        using var stream = _client.Stub.StreamValidateModifiers();
        await stream.RequestStream.WriteAsync(new() { LineId = "abandoned", Line = new() { ProcedureCode = "14020" } });
        await stream.ResponseStream.MoveNext();
        return ("abandoned", stream.ResponseStream.Current.LineId);
    }

    /// <summary>A connection for one question.</summary>
    private async Task<(string Expected, string Answer)> AskOnceAsync(Question question)
    {
        using var client = ClientOf(grpc);
        return (question.Expected, await question.AskAsync(client));
    }

    /// <summary>A connection that breaks off in what it has to say, or says nothing.</summary>
    private async Task<(string Expected, string Answer)> BreakAsync(int number)
    {
        var (address, text) = (number % 3) switch
        {
            0 => (grpc, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            1 => (json, "POST /v1/modifiers:validate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"),
            _ => (json, ""),
        };
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return ("", "");
    }

    private async Task<(string Expected, string Answer)> RequestAsync((string Path, string? Body, int Status) request)
    {
        using var body = request.Body is null ? null : new StringContent(request.Body, Encoding.UTF8, "application/json");
        using var response = body is null ? await _http.GetAsync(request.Path) : await _http.PostAsync(request.Path, body);
        return ($"{request.Path} {request.Status}", $"{request.Path} {(int)response.StatusCode}");
    }

    private static CodeReferenceClient ClientOf(Uri address) => new(new CodeReferenceClientOptions { Addresses = [address] });
}
