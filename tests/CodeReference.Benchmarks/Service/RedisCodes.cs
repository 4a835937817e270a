using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CodeReference.Benchmarks.Service;

/// <summary>A Redis server that holds the answers to lookups, each under its code.</summary>
internal sealed class RedisCodes : IDisposable
{
    private readonly Process _process;
    private readonly int _port;

    private RedisCodes(Process process, int port)
    {
        _process = process;
        _port = port;
    }

    /// <summary>The time that the processor has worked for the server, in seconds.</summary>
    public double Seconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static RedisCodes Start(IEnumerable<(string Code, byte[] Answer)> answers)
    {
        var port = Pinned.FreePort();
        var redis = new RedisCodes(
            Pinned.Start(0, "redis-server", "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no", "--loglevel", "warning"), port);
        foreach (var (code, answer) in answers)
        {
            redis.Ask([.. Encoding.ASCII.GetBytes($"*3\r\n$3\r\nSET\r\n${code.Length}\r\n{code}\r\n${answer.Length}\r\n"), .. answer, .. "\r\n"u8], "+OK\r\n"u8.Length);
        }

        return redis;
    }

    /// <summary>The answer of a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="length">How many bytes it has.</param>
    public byte[] Get(string code, int length)
    {
        var header = $"${length}\r\n".Length;
        return Ask(Encoding.ASCII.GetBytes($"*2\r\n$3\r\nGET\r\n${code.Length}\r\n{code}\r\n"), header + length + 2)[header..^2];
    }

    /// <summary>Gets a code again and again, over as many connections as calls of gRPC are in flight.</summary>
    /// <param name="code">The code.</param>
    /// <param name="calls">How often.</param>
    /// <param name="pipelined">How many are sent together.</param>
    public void Load(string code, int calls, int pipelined)
    {
        var output = Pinned.Run(1, "redis-benchmark", "-p", $"{_port}", "-n", $"{calls}", "-c", $"{Math.Max(4, 64 / pipelined)}", "-P", $"{pipelined}", "-q", "GET", code);
        if (!output.Contains("requests per second", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"redis-benchmark says: {output}"));
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private byte[] Ask(byte[] command, int length)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var connection = new TcpClient("127.0.0.1", _port);
                var answer = new byte[length];
                connection.GetStream().Write(command);
                connection.GetStream().ReadExactly(answer);
                return answer;
            }
            catch (SocketException) when (attempt < 100)
            {
                Thread.Sleep(50);
            }
        }
    }
}
