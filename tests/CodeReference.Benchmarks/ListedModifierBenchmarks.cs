using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using CodeReference.Data;

namespace CodeReference.Benchmarks;

/// <summary>Whether the publication of 14020 lists a modifier: every modifier of the registry, in random order.</summary>
public class ListedModifierBenchmarks
{
    private const int Questions = 4096;
    private const int Seed = 14020;
    private const string ProcedureText = "14020";

    private static readonly ProcedureCode Procedure = ProcedureCode.Parse(ProcedureText);

    private readonly ReferenceBook _book = Book.Instance;
    private readonly string[] _texts = new string[Questions];
    private readonly ModifierCode[] _codes = new ModifierCode[Questions];
    private FrozenDictionary<(string, string), ModifierRow> _rows = FrozenDictionary<(string, string), ModifierRow>.Empty;
    private Publication _publication;

    [GlobalSetup]
    public void Setup()
    {
        _book.TryGetPublication(Procedure, out _publication);
        _rows = _publication.Modifiers.ToFrozenDictionary(row => (ProcedureText, row.Code.ToString()));
        for (var i = 0; i < Questions; i++)
        {
            _texts[i] = _book.Modifiers[i % _book.Modifiers.Count].Code;
        }

        new Random(Seed).Shuffle(_texts);
        for (var i = 0; i < Questions; i++)
        {
            _codes[i] = ModifierCode.Parse(_texts[i]);
            var listed = _rows.ContainsKey((ProcedureText, _texts[i]));
            AnswerCheck.Same(_publication.TryGetModifier(_codes[i], out _), listed, _texts[i]);
            AnswerCheck.Same(_book.ValidateModifiers(Procedure, [_codes[i]]).Verdicts[0] is Verdict.Listed or Verdict.Conditional or Verdict.Disputed, listed, _texts[i]);
        }

        WarmUp.Run(() => FrozenPairs(), () => TryGetModifier(), () => ValidateOne());
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Questions)]
    public int FrozenPairs()
    {
        var listed = 0;
        foreach (var modifier in _texts)
        {
            listed += _rows.TryGetValue((ProcedureText, modifier), out _) ? 1 : 0;
        }

        return listed;
    }

    [Benchmark(OperationsPerInvoke = Questions)]
    public int TryGetModifier()
    {
        var listed = 0;
        foreach (var modifier in _codes)
        {
            listed += _publication.TryGetModifier(modifier, out _) ? 1 : 0;
        }

        return listed;
    }

    /// <summary>Answers far more than the question: every rule has been asked.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public int ValidateOne()
    {
        var listed = 0;
        foreach (var modifier in _codes)
        {
            listed += _book.ValidateModifiers(Procedure, [modifier]).Verdicts[0] is Verdict.Listed or Verdict.Conditional or Verdict.Disputed ? 1 : 0;
        }

        return listed;
    }
}
