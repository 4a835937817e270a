using System.Globalization;

namespace CodeReference.Eng.Overloading;

/// <summary>What was measured of one load, round by round, and by the probe beside it.</summary>
internal sealed class LoadFigures(string name)
{
    private readonly List<ProbeAnswer> _probe = [];

    /// <summary>What the load did in each round.</summary>
    public List<Throughput> Rounds { get; } = [];

    /// <summary>The p99 of what the probe was served, in milliseconds.</summary>
    public double ProbeP99 => Quantile.P99(Served);

    private IEnumerable<double> Served => _probe.Where(answer => answer.IsServed).Select(answer => answer.Milliseconds);

    /// <summary>Adds what the probe saw.</summary>
    public void Add(IEnumerable<ProbeAnswer> answers) => _probe.AddRange(answers);

    /// <summary>How much of the peak was answered: the median of the rounds, which compare with the peak of the same round.</summary>
    public double ShareOf(LoadFigures peak) => Quantile.Median(SharesOf(peak));

    /// <summary>A row of the table.</summary>
    public string Row(LoadFigures peak)
    {
        var asked = Quantile.Median(Rounds.Select(round => round.Asked));
        var answered = Quantile.Median(Rounds.Select(round => round.Answered));
        var (shares, served) = (SharesOf(peak).ToList(), Served.ToList());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {asked:F0} | {answered:F0} | {100 * ShareOf(peak):F0}% ({100 * shares.Min():F0}% to {100 * shares.Max():F0}%) "
            + $"| {100 * (1 - answered / asked):F0}% | {Quantile.Median(served):F1} ms, {ProbeP99:F1} ms of {served.Count} "
            + $"| {_probe.Count - served.Count} |");
    }

    private IEnumerable<double> SharesOf(LoadFigures peak) => Rounds.Zip(peak.Rounds, (mine, best) => mine.Answered / best.Answered);
}
