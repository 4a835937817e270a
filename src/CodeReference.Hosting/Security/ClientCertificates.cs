using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CodeReference.Hosting;

/// <summary>Which certificates of clients are accepted: those of some authorities, and of some names when any is given.</summary>
internal sealed class ClientCertificates(WatchedFiles<X509Certificate2Collection> authorities, string[] names)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>The authorities of a file in PEM.</summary>
    public static X509Certificate2Collection Read(string path)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(path);
        return authorities.Count > 0 ? authorities : throw new CryptographicException("The file has no certificate");
    }

    /// <summary>Whether a certificate is one that the handshake may go on with.</summary>
    /// <param name="sent">What the client has sent with it.</param>
    public bool Accept(X509Certificate2 certificate, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities.Value);
        chain.ChainPolicy.ApplicationPolicy.Add(new(ClientAuthentication));
        // A key that leaks is revoked by its name or by its authority: lists are not fetched during a handshake.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }

        return chain.Build(certificate) && (names.Length == 0 || NamesOf(certificate).Any(name => names.Contains(name, StringComparer.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> NamesOf(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames())
            .Append(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
}
