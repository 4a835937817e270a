using System.Net;
using System.Net.Sockets;

namespace CodeReference;

/// <summary>Addresses of this machine that no other machine reaches.</summary>
internal static class Loopback
{
    // Below the ports that a system gives to connections: none takes one between its choice and its use, or while a service restarts.
    private const int FirstPort = 20_000;
    private const int PortCount = 12_000;
    private static int _lastPort = Random.Shared.Next(PortCount);

    /// <summary>An address at which nothing listens, such as http://127.0.0.1:20123; never the same twice in a row.</summary>
    public static Uri FreeAddress()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, FirstPort + (Interlocked.Increment(ref _lastPort) % PortCount));
            try
            {
                listener.Start();
                return new($"http://{listener.LocalEndpoint}");
            }
            catch (SocketException)
            {
                // The port is taken: the next one may be free.
            }
        }
    }
}
