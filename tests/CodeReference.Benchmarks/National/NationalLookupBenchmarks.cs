using System.Collections.Frozen;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace CodeReference.Benchmarks.National;

/// <summary>Finding a code of the national book: all codes of a system in random order, so that caches help nobody.</summary>
public class NationalLookupBenchmarks
{
    private const int Lookups = 65_536;
    private const int LongestCode = 8;
    private const int Seed = 14020;

    // Side by side, as a request or a file has them.
    private readonly byte[] _utf8 = new byte[Lookups * LongestCode];
    private readonly int[] _lengths = new int[Lookups];
    private readonly ulong[] _keys = new ulong[Lookups];
    private CodeTable _table;
    private FrozenDictionary<string, CodeEntry> _byText = FrozenDictionary<string, CodeEntry>.Empty;
    private FrozenDictionary<string, CodeEntry>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private FrozenDictionary<ulong, CodeEntry> _byKey = FrozenDictionary<ulong, CodeEntry>.Empty;

    /// <summary>Procedures and diagnoses.</summary>
    [Params(CodeSystem.Cpt, CodeSystem.Icd10Cm)]
    public CodeSystem System { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _table = NationalBook.Load().CodesOf(System);
        var entries = Enumerable.Range(0, _table.Count).Select(i => _table[i]).ToList();
        Console.WriteLine($"// {entries.Count} codes of {System}");
        _byText = entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
        _bySpan = _byText.GetAlternateLookup<ReadOnlySpan<char>>();
        _byKey = entries.ToFrozenDictionary(entry => entry.Key);
        var random = new Random(Seed);
        for (var i = 0; i < Lookups; i++)
        {
            var entry = entries[random.Next(entries.Count)];
            _lengths[i] = Encoding.UTF8.GetBytes(entry.Code, _utf8.AsSpan(i * LongestCode, LongestCode));
            _keys[i] = entry.Key;
            AnswerCheck.Same(_table.TryGet(CodeAt(i), out var ours) ? ours.Code : "none", _byText[entry.Code].Code, entry.Code);
            AnswerCheck.Same(_table.TryGetKey(entry.Key, out ours) ? ours.Code : "none", _byKey[entry.Key].Code, entry.Code);
        }

        WarmUp.Run(() => Utf8(), () => Utf8ToFrozenString(), () => Utf8ToFrozenSpan(), () => Utf8ToFrozenKey(), () => Key(), () => KeyToFrozenKey());
    }

    [Benchmark(OperationsPerInvoke = Lookups)]
    public int Utf8()
    {
        var found = 0;
        for (var i = 0; i < Lookups; i++)
        {
            found += _table.TryGet(CodeAt(i), out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Lookups)]
    public int Utf8ToFrozenString()
    {
        var found = 0;
        for (var i = 0; i < Lookups; i++)
        {
            found += _byText.TryGetValue(Encoding.UTF8.GetString(CodeAt(i)), out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Lookups)]
    public int Utf8ToFrozenSpan()
    {
        Span<char> text = stackalloc char[16];
        var found = 0;
        for (var i = 0; i < Lookups; i++)
        {
            found += _bySpan.TryGetValue(text[..Encoding.UTF8.GetChars(CodeAt(i), text)], out _) ? 1 : 0;
        }

        return found;
    }

    /// <summary>Packed by us, looked up by the framework.</summary>
    [Benchmark(OperationsPerInvoke = Lookups)]
    public int Utf8ToFrozenKey()
    {
        var found = 0;
        for (var i = 0; i < Lookups; i++)
        {
            found += _byKey.TryGetValue(KeyOf(CodeAt(i)), out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Lookups)]
    public int Key()
    {
        var found = 0;
        foreach (var key in _keys)
        {
            found += _table.TryGetKey(key, out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Lookups)]
    public int KeyToFrozenKey()
    {
        var found = 0;
        foreach (var key in _keys)
        {
            found += _byKey.TryGetValue(key, out _) ? 1 : 0;
        }

        return found;
    }

    private ReadOnlySpan<byte> CodeAt(int index) => _utf8.AsSpan(index * LongestCode, _lengths[index]);

    private ulong KeyOf(ReadOnlySpan<byte> code) =>
        System == CodeSystem.Cpt
            ? ProcedureCode.TryParse(code, out var procedure) ? procedure.Key : 0
            : DiagnosisCode.TryParse(code, out var diagnosis) ? diagnosis.Key : 0;
}
