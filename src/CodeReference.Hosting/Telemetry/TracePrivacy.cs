using System.Diagnostics;
using OpenTelemetry;

namespace CodeReference.Hosting;

/// <summary>Leaves in a span what the contract says of the call, and nothing that its caller says: no path, no query, no address.</summary>
internal sealed class TracePrivacy : BaseProcessor<Activity>
{
    private const string Method = "http.request.method";
    private const string Route = "http.route";

    private static readonly string[] Kept =
        [Method, Route, "http.response.status_code", "network.protocol.version", "url.scheme", "error.type", "grpc.status_code", "rpc.system", "rpc.grpc.status_code"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToArray())
        {
            if (!Kept.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        data.TraceStateString = null;
        data.DisplayName = data.GetTagItem(Route) is string route ? $"{data.GetTagItem(Method)} {route}" : $"{data.GetTagItem(Method)}";
    }
}
