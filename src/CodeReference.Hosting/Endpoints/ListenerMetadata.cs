namespace CodeReference.Hosting;

/// <summary>Marks endpoints that a listener of a single purpose also serves.</summary>
/// <param name="Listener">The name of the listener: "Health" or "Metrics".</param>
internal sealed record ListenerMetadata(string Listener);
