using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;

namespace CodeReference.Benchmarks.National;

/// <summary>Whether two procedures are an NCCI edit: pairs in random order, every other one a hit.</summary>
public class NcciEditBenchmarks
{
    private const int Questions = 131_072;
    private const int Seed = 14020;

    private readonly (ProcedureCode Column1, ProcedureCode Column2)[] _pairs = new (ProcedureCode, ProcedureCode)[Questions];
    private ReferenceBook _book = null!;
    private FrozenSet<ulong> _set = [];

    [GlobalSetup]
    public void Setup()
    {
        _book = NationalBook.Load();
        var procedures = Enumerable.Range(0, _book.Procedures.Count).Select(i => ProcedureCode.FromKey(_book.Procedures[i].Key)).ToList();
        var edits = procedures.SelectMany(procedure => _book.NcciEditsOf(procedure).Select(edit => (procedure, edit.Column2))).Distinct().ToList();
        Console.WriteLine($"// {edits.Count} pairs of {procedures.Count} procedures");
        _set = edits.Select(PairKey).ToFrozenSet();
        var random = new Random(Seed);
        for (var i = 0; i < Questions; i++)
        {
            var edit = edits[random.Next(edits.Count)];
            _pairs[i] = i % 2 == 0 ? edit : (edit.procedure, procedures[random.Next(procedures.Count)]);
            AnswerCheck.Same(_book.TryGetNcciEdit(_pairs[i].Column1, _pairs[i].Column2, out _), _set.Contains(PairKey(_pairs[i])), $"{_pairs[i]}");
        }

        WarmUp.Run(() => Book(), () => Frozen());
    }

    [Benchmark(OperationsPerInvoke = Questions)]
    public int Book()
    {
        var found = 0;
        foreach (var (column1, column2) in _pairs)
        {
            found += _book.TryGetNcciEdit(column1, column2, out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Questions)]
    public int Frozen()
    {
        var found = 0;
        foreach (var pair in _pairs)
        {
            found += _set.Contains(PairKey(pair)) ? 1 : 0;
        }

        return found;
    }

    // A procedure takes thirty bits of its key.
    private static ulong PairKey((ProcedureCode Column1, ProcedureCode Column2) pair) => (pair.Column1.Key << 4) | (pair.Column2.Key << 4 >> 34);
}
