namespace CodeReference.Eng.Processes;

/// <summary>Where a service listens, each an address such as http://127.0.0.1:20123.</summary>
internal sealed record ServiceAddresses(Uri Grpc, Uri Json)
{
    /// <summary>Two free addresses of this machine.</summary>
    public static ServiceAddresses Free() => new(Loopback.FreeAddress(), Loopback.FreeAddress());

    /// <summary>The settings of the service that name them.</summary>
    public IEnumerable<string> Settings =>
    [
        $"--Kestrel:Endpoints:Grpc:Url={Grpc.GetLeftPart(UriPartial.Authority)}",
        $"--Kestrel:Endpoints:Json:Url={Json.GetLeftPart(UriPartial.Authority)}",
    ];
}
