namespace CodeReference.Hosting;

/// <summary>Finds the share of calls to turn away at which the others wait as long as the limit.</summary>
/// <remarks>
/// As in CoDel (RFC 8289), a short burst is let through and a queue that stays is not: shedding begins when the wait has
/// been over the limit for a tenth of a second. Then, as in PIE (RFC 8033), the share follows the wait and the sum of it
/// over time: to shed all for a moment would leave nobody to answer in the next.
/// </remarks>
/// <param name="limit">The wait to keep.</param>
internal sealed class SheddingController(TimeSpan limit)
{
    /// <summary>
    /// What a second over the limit adds to the share. To shed all shortens the wait by a second each second, and is seen
    /// when the probe has come through, 0.02 s later: a quarter of the inverse comes to rest with up to four times the load.
    /// </summary>
    private const double Gain = 12.5;

    /// <summary>What it adds for each second that it lasts: the gain, spread over sixteen times the delay.</summary>
    private const double GainOverTime = Gain / 0.32;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private TimeSpan _over;
    private double _lasting;

    /// <summary>The share of calls to turn away, from 0 to 1.</summary>
    public double Share { get; private set; }

    /// <summary>Takes note of the wait.</summary>
    /// <param name="wait">The wait now.</param>
    /// <param name="passed">The time since it was told last.</param>
    /// <returns>The share of calls to turn away from now on.</returns>
    public double Next(TimeSpan wait, TimeSpan passed)
    {
        var excess = (wait - limit).TotalSeconds;
        _over = excess > 0 ? _over + passed : TimeSpan.Zero;
        if (Share == 0 && _over <= Patience)
        {
            return 0;
        }

        // What is all or nothing already does not become more so by lasting.
        var share = (Gain * excess) + _lasting;
        _lasting = share is > 0 and < 1 ? Math.Clamp(_lasting + (GainOverTime * excess * passed.TotalSeconds), 0, 1) : share <= 0 ? 0 : _lasting;
        return Share = Math.Clamp(share, 0, 1);
    }
}
