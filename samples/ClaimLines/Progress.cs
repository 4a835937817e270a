using System.Globalization;
using System.Text;
using CodeReference;

namespace ClaimLines;

/// <summary>
/// Shows how far a run is: on a terminal a bar that is drawn over and over, with speed, time left and outcomes in their
/// colours; elsewhere a plain line for every tenth.
/// </summary>
/// <param name="output">Where to; the error stream, so that the summary can go to a file.</param>
/// <param name="length">The bytes of the file.</param>
internal sealed class Progress(TextWriter output, long length)
{
    private const int BarWidth = 30;
    private const int WidthWithOutcomes = 130;
    private const string Eighths = " ▏▎▍▌▋▊▉";

    private static readonly (Outcome Outcome, string Name, int Colour)[] Outcomes =
        [(Outcome.Accept, "accept", 32), (Outcome.Review, "review", 33), (Outcome.NoData, "no data", 90), (Outcome.Reject, "reject", 31)];

    private readonly bool _isTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private int _tenths;
    private bool _isDrawn;

    /// <summary>How often to show it.</summary>
    public static TimeSpan Interval => TimeSpan.FromMilliseconds(100);

    /// <summary>Shows what the workers have counted so far.</summary>
    public void Show(Tally[] tallies, TimeSpan time)
    {
        var bytes = Math.Min(tallies.Sum(tally => tally.Bytes), length);
        var rows = tallies.Sum(tally => tally.Rows);
        var done = length == 0 ? 1 : (double)bytes / length;
        if (_isTerminal)
        {
            output.Write(Bar(tallies, time, bytes, rows, done));
            _isDrawn = true;
        }
        else if ((int)(done * 10) > _tenths)
        {
            _tenths = (int)(done * 10);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_tenths}0%: {rows:N0} lines, {rows / time.TotalSeconds:N0} a second"));
        }
    }

    /// <summary>Takes the bar away: the summary says the rest.</summary>
    public void End() => output.Write(_isDrawn ? "\r\e[K" : "");

    // ███████████▌                     38%  164 of 431 MB  3.1 M lines/s  0:04 left  accept 61%  review 14%  no data 9%  reject 16%
    private string Bar(Tally[] tallies, TimeSpan time, long bytes, long rows, double done)
    {
        var eighths = (int)(done * BarWidth * 8);
        var bar = new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : Eighths[eighths % 8]);
        var left = done > 0 ? time * ((1 - done) / done) : TimeSpan.Zero;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"\r\e[36m{bar.PadRight(BarWidth)}\e[0m {done,4:0%}  {bytes >> 20:N0} of {length >> 20:N0} MB  {rows / time.TotalSeconds / 1e6:0.0} M lines/s  {left:m\\:ss} left");
        // Of the lines that have an outcome by now; blocks that are not done have some.
        var answered = Math.Max(1, tallies.Sum(tally => Outcomes.Sum(outcome => tally[outcome.Outcome])));
        foreach (var (outcome, name, colour) in Console.WindowWidth < WidthWithOutcomes ? [] : Outcomes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \e[{colour}m{name} {(double)tallies.Sum(tally => tally[outcome]) / answered:0%}\e[0m");
        }

        return text.Append("\e[K").ToString();
    }
}
