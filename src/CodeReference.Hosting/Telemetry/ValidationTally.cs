using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CodeReference.Client;

namespace CodeReference.Hosting;

/// <summary>How many lines had each outcome, and how many modifiers each verdict. To count each by itself would cost as much as to validate it.</summary>
internal struct ValidationTally
{
    private OutcomeCounts _outcomes;
    private VerdictCounts _verdicts;

    /// <summary>How many lines had each outcome, by its number.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<int> Outcomes => _outcomes;

    /// <summary>How many modifiers had each verdict, by its number.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<int> Verdicts => _verdicts;

    /// <summary>The tally of one answer.</summary>
    public static ValidationTally Of(ValidationAnswer answer)
    {
        var tally = default(ValidationTally);
        tally._outcomes[(int)answer.Outcome]++;
        foreach (var modifier in answer.Modifiers)
        {
            tally._verdicts[(int)modifier.Verdict]++;
        }

        return tally;
    }

    /// <summary>Adds a line.</summary>
    public void Add(in ModifierValidation line)
    {
        _outcomes[(int)line.Outcome]++;
        foreach (var verdict in line.Verdicts)
        {
            _verdicts[(int)verdict]++;
        }
    }

    [InlineArray((int)Outcome.Reject + 1)]
    private struct OutcomeCounts
    {
        private int _first;
    }

    [InlineArray((int)Verdict.Malformed + 1)]
    private struct VerdictCounts
    {
        private int _first;
    }
}
