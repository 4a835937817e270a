namespace CodeReference.Hosting;

/// <summary>
/// Turns requests away, before any work, when more are in flight than memory is set aside for or when they wait too long
/// for a thread: section Overload. Health and metrics are always answered.
/// </summary>
/// <remarks>
/// To refuse a small question costs half of what its answer does. Callers that ask again at once would be refused with all
/// the time there is, and nobody would be answered; so a refusal for the wait is held back for about a second, which
/// takes no thread, and RetryInfo asks for as much again.
/// </remarks>
internal sealed class OverloadProtection(int maxInFlight, QueueWait wait, Metrics metrics)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private static readonly ErrorResponseWriter Refused = new(Errors.Overloaded(RetryAfter));

    private int _inFlight;

    public int InFlight => Volatile.Read(ref _inFlight);

    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ListenerMetadata>() is not null)
        {
            return next(context);
        }

        if (wait.ShareToShed is > 0 and var share && Random.Shared.NextDouble() < share)
        {
            metrics.Shed("wait");
            return RefuseLaterAsync(context);
        }

        if (Interlocked.Increment(ref _inFlight) > maxInFlight)
        {
            Interlocked.Decrement(ref _inFlight);
            metrics.Shed("in_flight");
            return Refused.WriteAsync(context);
        }

        var answer = next(context);
        if (answer.IsCompletedSuccessfully)
        {
            Interlocked.Decrement(ref _inFlight);
            return answer;
        }

        return FinishAsync(answer);
    }

    private static async Task RefuseLaterAsync(HttpContext context)
    {
        try
        {
            // Not all at the same time: they would come back so. How many there are, connections and streams bound.
            await Task.Delay(RetryAfter * (0.5 + Random.Shared.NextDouble()), context.RequestAborted);
            await Refused.WriteAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The caller has gone.
        }
    }

    private async Task FinishAsync(Task answer)
    {
        try
        {
            await answer;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}

/// <summary>Registers the protection and puts it in front of all that costs anything.</summary>
internal static class OverloadRegistration
{
    public static void AddOverloadProtection(this WebApplicationBuilder builder)
    {
        var settings = new Settings(builder.Configuration, "Overload");
        var maxInFlight = settings.Number("MaxInFlight", 1024, 1, 1_000_000);
        var maxWait = TimeSpan.FromMilliseconds(settings.Number("MaxWaitMilliseconds", 10, 1, 10_000));
        settings.RefuseUnknown();
        builder.Services.AddSingleton(_ => new QueueWait(maxWait));
        builder.Services.AddSingleton(provider => new OverloadProtection(maxInFlight, provider.GetRequiredService<QueueWait>(), provider.GetRequiredService<Metrics>()));
    }

    public static void UseOverloadProtection(this WebApplication app)
    {
        var overload = app.Services.GetRequiredService<OverloadProtection>();
        app.Use(next => context => overload.AnswerAsync(context, next));
    }
}
