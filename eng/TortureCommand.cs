using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng;

/// <summary>Attacks a running service with torture.py, a black-box harness for gRPC servers that is kept outside this repository.</summary>
internal static class TortureCommand
{
    // Debian's packages are not seen by another Python.
    private const string DebianPython = "/usr/bin/python3";

    // The method validates one line: 14020 without modifiers.
    private static readonly string[] Attacked =
    [
        "--method", "/codereference.v1.CodeReferenceService/ValidateModifiers", "--message-hex", "0a053134303230", "--string-field", "3",
        "--max-message", "1048576", "--cutoff-seconds", "6",
    ];

    public static Command Command { get; } = new(
        "torture",
        "<torture.py>",
        """
        Attacks the Debug build of the service with a black-box harness that is kept outside this repository, in
        plaintext and over TLS. Needs Python with the package hpack (Debian: python3-hpack). It takes a minute and a half.
        """,
        (arguments, end) =>
        {
            var harness = arguments.ExistingFile("torture.py") ?? throw new UsageException("torture.py is missing; its path was expected.");
            arguments.End();
            return RunAsync(harness, end);
        });

    private static async Task<bool> RunAsync(string harness, CancellationToken end)
    {
        var service = ServiceBuild.CommandOf(await ServiceBuild.FindAsync(ServiceBuild.Debug, end));
        using var work = new WorkFolder();

        Console.WriteLine("Plaintext");
        var addresses = ServiceAddresses.Free();
        var isSafe = await AttackAsync(harness, service, addresses, addresses.Grpc.Port, work["plaintext.log"], [], end);

        Console.WriteLine("TLS");
        var (certificate, key, tls) = (work["certificate.pem"], work["key.pem"], Loopback.FreeAddress().Port);
        await WriteCertificateAsync(certificate, key);
        string[] secured =
        [
            .. service, $"--Kestrel:Endpoints:Tls:Url=https://127.0.0.1:{tls}",
            $"--Transport:Certificate={certificate}", $"--Transport:CertificateKey={key}",
        ];
        return await AttackAsync(harness, secured, ServiceAddresses.Free(), tls, work["tls.log"], ["--ca", certificate], end) && isSafe;
    }

    private static async Task<bool> AttackAsync(
        string harness, string[] command, ServiceAddresses addresses, int port, string log, string[] options, CancellationToken end)
    {
        await using var service = await ServiceProcess.StartServingAsync(command, addresses, log, end);
        var python = File.Exists(DebianPython) ? DebianPython : "python3";
        return await Tool.RunAsync(
            python, [harness, "--target", $"localhost:{port}", .. Attacked, "--pid", $"{service.Id}", "--log", log, .. options], end);
    }

    /// <summary>Writes a certificate of localhost for two days that vouches for itself, and its key.</summary>
    private static async Task WriteCertificateAsync(string certificate, string key)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(2));
        await File.WriteAllTextAsync(certificate, signed.ExportCertificatePem());
        await File.WriteAllTextAsync(key, pair.ExportPkcs8PrivateKeyPem());
    }
}
