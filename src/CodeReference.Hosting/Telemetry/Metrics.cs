using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CodeReference.Hosting;

/// <summary>What the service counts of its own. Labels come from the contract, never from a request: no code, no caller.</summary>
internal sealed class Metrics
{
    public const string Name = "CodeReference";

    private static readonly string[] Outcomes = Enum.GetNames<Outcome>();
    private static readonly string[] Verdicts = Enum.GetNames<Verdict>();

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _sheds;
    private readonly Counter<long> _outcomes;
    private readonly Counter<long> _verdicts;

    public Metrics(IMeterFactory meters, ReferenceBook book)
    {
        var meter = meters.Create(Name);
        _duration = meter.CreateHistogram<double>(
            "codereference.call.duration", "s", "How long calls take, by method, status and wire; its count is the number of calls.",
            advice: new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
        _sheds = meter.CreateCounter<long>("codereference.sheds", "{call}", "Calls turned away because too much was asked, by reason: in_flight or wait.");
        _outcomes = meter.CreateCounter<long>("codereference.validation.outcomes", "{line}", "Claim lines validated, by outcome.");
        _verdicts = meter.CreateCounter<long>("codereference.validation.verdicts", "{modifier}", "Modifiers validated, by verdict.");
        var edition = new Measurement<int>(1, new KeyValuePair<string, object?>("edition", book.Edition.Id));
        meter.CreateObservableGauge("codereference.edition", () => edition, null, "1, with the edition that is served.");
    }

    /// <summary>Observes what is a state and no event.</summary>
    public static void Observe(IMeterFactory meters, OverloadProtection overload, QueueWait wait)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableGauge("codereference.calls.in_flight", () => overload.InFlight, "{call}", "Calls that have begun and not ended.");
        meter.CreateObservableGauge("codereference.queue.wait", () => wait.Now.TotalSeconds, "s", "How long a call waits for threads.");
    }

    /// <summary>Counts a call that has ended.</summary>
    public void Called(string method, string status, string wire, TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new TagList { { "method", method }, { "status", status }, { "wire", wire } });

    public void Shed(string reason) => _sheds.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>Counts validated lines by their outcomes, and their modifiers by their verdicts. Costs nothing without a listener.</summary>
    public void Validated(in ValidationTally lines)
    {
        if (_outcomes.Enabled)
        {
            Count(_outcomes, "outcome", Outcomes, lines.Outcomes);
            Count(_verdicts, "verdict", Verdicts, lines.Verdicts);
        }
    }

    private static void Count(Counter<long> counter, string label, string[] values, ReadOnlySpan<int> counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                counter.Add(counts[i], new KeyValuePair<string, object?>(label, values[i]));
            }
        }
    }
}
