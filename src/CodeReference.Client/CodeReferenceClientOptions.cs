using System.Security.Cryptography.X509Certificates;

namespace CodeReference.Client;

/// <summary>How a client reaches the service. Only an address is required; the rest has defaults that lose no call while one of two servers restarts.</summary>
public sealed class CodeReferenceClientOptions
{
    /// <summary>
    /// Where the service is: one <c>http</c> or <c>https</c> address; several of one scheme, which take turns; or
    /// <c>dns:///host:port</c>, whose addresses take turns and are asked for again when one fails.
    /// </summary>
    public IList<Uri> Addresses { get; set; } = [];

    /// <summary>Whether the connection is TLS; null for what the scheme of the address says, which <c>dns</c> does not.</summary>
    public bool? Tls { get; set; }

    /// <summary>The key by which the service knows this client; empty for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Gets the bearer token (JWT) of a call; asked before every call, so that it should keep a token while it is good. Null for none.</summary>
    public Func<CancellationToken, ValueTask<string>>? BearerToken { get; set; }

    /// <summary>The certificate by which the service knows this client, with its private key; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>The authorities that may have issued the service's certificate; empty for those of the machine.</summary>
    public X509Certificate2Collection TrustedRoots { get; set; } = [];

    /// <summary>Whether keys and tokens may be sent without TLS to another machine, as inside a mesh that encrypts by itself.</summary>
    public bool AllowPlaintextCredentials { get; set; }

    /// <summary>The id of the edition that must answer, 16 hexadecimal digits; empty for any. Another one is <see cref="EditionMismatchException"/>.</summary>
    public string Edition { get; set; } = "";

    /// <summary>How long a call may take, all attempts together; 10 seconds by default.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a call is made before its failure is the answer, from 1 to 20; 8 by default, so that the pauses between
    /// them are longer together than the second that a connection may wait before it is made again. UNAVAILABLE and
    /// INTERNAL are worth another attempt, and OVERLOADED after the time that the service asks for; no question does harm
    /// when it is asked twice.
    /// </summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>The pause before the second attempt, at random between half of it and all; it doubles with each. 20 milliseconds by default.</summary>
    public TimeSpan RetryBackoff { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The longest pause before any attempt; 1 second by default.</summary>
    public TimeSpan MaxRetryBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a connection may take to be made; 5 seconds by default.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a connection is silent before the client asks whether the other side is there; 30 seconds by default.</summary>
    public TimeSpan KeepAlivePing { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long that may go unanswered before the connection is given up; 10 seconds by default.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many connections calls to a single address take turns on, from 1 to 16. A connection that has 100 calls under way gets company in any case.</summary>
    public int Connections { get; set; } = 1;

    /// <summary>The longest answer that is accepted, in bytes; 16 MiB by default: a batch of full answers can pass the 4 MiB that are usual.</summary>
    public int MaxReceiveMessageSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>The longest question that is sent, in bytes; 1 MiB by default, which is all that a service takes.</summary>
    public int MaxSendMessageSize { get; set; } = 1024 * 1024;

    /// <summary>
    /// Whether claim lines that are validated one by one at the same time travel together. A line that finds no other
    /// under way is sent at once; those that come meanwhile are sent when it is answered, or after <see cref="MaxBatchWait"/>.
    /// </summary>
    public bool Coalesce { get; set; }

    /// <summary>The most claim lines that travel together, from 1 to 1,000; 200 by default.</summary>
    public int MaxBatch { get; set; } = 200;

    /// <summary>The longest that a claim line waits for those under way; 2 milliseconds by default.</summary>
    public TimeSpan MaxBatchWait { get; set; } = TimeSpan.FromMilliseconds(2);

    /// <summary>The most claim lines of a stream whose answers have not been read; 1,000 by default.</summary>
    public int MaxInFlight { get; set; } = 1000;

    /// <summary>
    /// How many answers of <c>LookupCodeAsync</c> and <c>GetPublicationAsync</c> are kept and given again without a call, up
    /// to 1,000,000; 0, the default, for none. They are forgotten as soon as any answer names another edition, and after
    /// <see cref="CacheAge"/>.
    /// </summary>
    public int CacheSize { get; set; }

    /// <summary>The longest that an answer is kept: so long may a client that asks nothing else not notice that another edition is served. 1 minute by default.</summary>
    public TimeSpan CacheAge { get; set; } = TimeSpan.FromMinutes(1);
}
