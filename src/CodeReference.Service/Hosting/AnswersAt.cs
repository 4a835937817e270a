namespace CodeReference.Service.Hosting;

/// <summary>Marks what is answered at an endpoint of a single use, too.</summary>
/// <param name="Listener">The name of the endpoint: "Health" or "Metrics".</param>
internal sealed record AnswersAt(string Listener);
