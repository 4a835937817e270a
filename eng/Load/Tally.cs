using System.Diagnostics;
using System.Globalization;

namespace CodeReference.Eng.Load;

/// <summary>What became of the calls of a load.</summary>
internal sealed class Tally
{
    private const int MaxExamples = 10;

    private long _right;
    private long _wrong;
    private long _slowest;

    /// <summary>Whether something was answered, and nothing wrongly or not at all.</summary>
    public bool IsClean => Interlocked.Read(ref _right) > 0 && Interlocked.Read(ref _wrong) == 0;

    /// <summary>Counts a call as right when its answer is the one expected, and shows the first few that are not.</summary>
    /// <param name="begun">When it was made, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Count(string expected, string answer, long begun)
    {
        var took = Stopwatch.GetTimestamp() - begun;
        for (var slowest = Interlocked.Read(ref _slowest); took > slowest; slowest = Interlocked.Read(ref _slowest))
        {
            Interlocked.CompareExchange(ref _slowest, took, slowest);
        }

        if (answer == expected)
        {
            Interlocked.Increment(ref _right);
        }
        else if (Interlocked.Increment(ref _wrong) <= MaxExamples)
        {
            Console.WriteLine($"Answered {answer}{Environment.NewLine}expected {expected}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Interlocked.Read(ref _right)} calls answered as the book answers, {Interlocked.Read(ref _wrong)} lost or otherwise; "
        + $"the slowest took {Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _slowest)).TotalMilliseconds:F0} ms");
}
