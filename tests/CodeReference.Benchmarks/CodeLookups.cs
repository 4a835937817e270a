using System.Collections.Frozen;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace CodeReference.Benchmarks;

/// <summary>
/// Finding a code: the codes of a system in random order, one lookup in ten a miss. What is in hand is UTF-8, code after
/// code in one buffer as on the wire, a string, or a key. The rivals know canonical spellings only; we take any case and
/// spaces.
/// </summary>
public abstract class CodeLookups
{
    private const int Lookups = 65_536;
    private const int MaxLength = 10;
    private const int Seed = 14020;
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly byte[] _utf8 = new byte[Lookups * MaxLength];
    private readonly int[] _lengths = new int[Lookups];
    private readonly string[] _texts = new string[Lookups];
    private readonly ulong[] _keys = new ulong[Lookups];
    private CodeTable _table;
    private FrozenDictionary<string, CodeEntry> _byText = FrozenDictionary<string, CodeEntry>.Empty;
    private FrozenDictionary<string, CodeEntry>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private FrozenDictionary<ulong, CodeEntry> _byKey = FrozenDictionary<ulong, CodeEntry>.Empty;

    /// <summary>The system of the codes.</summary>
    public abstract CodeSystem System { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _table = Load().CodesOf(System);
        var entries = Enumerable.Range(0, _table.Count).Select(i => _table[i]).ToArray();
        _byText = entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
        _bySpan = _byText.GetAlternateLookup<ReadOnlySpan<char>>();
        _byKey = entries.ToFrozenDictionary(entry => entry.Key);

        var random = new Random(Seed);
        string[] misses = [.. Enumerable.Repeat(0, int.MaxValue).Select(_ => RandomCode(random)).Where(code => !_byText.ContainsKey(code)).Distinct().Take(Math.Max(8, entries.Length / 9))];
        random.Shuffle(entries);
        for (var i = 0; i < Lookups; i++)
        {
            _texts[i] = i % 10 == 9 ? misses[i / 10 % misses.Length] : entries[i % entries.Length].Code;
        }

        random.Shuffle(_texts);
        for (var i = 0; i < Lookups; i++)
        {
            _lengths[i] = Encoding.UTF8.GetBytes(_texts[i], _utf8.AsSpan(i * MaxLength, MaxLength));
            _keys[i] = KeyOf(CodeAt(i));
            Check(_texts[i], CodeAt(i), _keys[i]);
        }

        Console.WriteLine($"// {entries.Length} codes of {System}, {_texts.Distinct().Count()} asked for");
        WarmUp.Run(() => Utf8(), () => Utf8ToFrozenString(), () => Utf8ToFrozenSpan(), () => Utf8ToFrozenKey(), () => Text(), () => TextToFrozenString(), () => Key(), () => KeyToFrozenKey());
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

    /// <summary>What a caller with bytes from the wire has to do for a dictionary of strings.</summary>
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

    /// <summary>The same without the string: widened on the stack.</summary>
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
    public int Text()
    {
        var found = 0;
        foreach (var code in _texts)
        {
            found += _table.TryGet(code, out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Lookups)]
    public int TextToFrozenString()
    {
        var found = 0;
        foreach (var code in _texts)
        {
            found += _byText.TryGetValue(code, out _) ? 1 : 0;
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

    /// <summary>The book that is asked.</summary>
    protected abstract ReferenceBook Load();

    private ReadOnlySpan<byte> CodeAt(int index) => _utf8.AsSpan(index * MaxLength, _lengths[index]);

    private ulong KeyOf(ReadOnlySpan<byte> code) => System switch
    {
        CodeSystem.Cpt => ProcedureCode.TryParse(code, out var procedure) ? procedure.Key : 0,
        CodeSystem.Modifier => ModifierCode.TryParse(code, out var modifier) ? modifier.Key : 0,
        _ => DiagnosisCode.TryParse(code, out var diagnosis) ? diagnosis.Key : 0,
    };

    private string RandomCode(Random random) => System switch
    {
        CodeSystem.Cpt => new(random.GetItems<char>("0123456789", 5)),
        CodeSystem.Modifier => new(random.GetItems<char>(Characters, 2)),
        _ => $"{Characters[random.Next(10, 36)]}{random.Next(100):00}.{new string(random.GetItems<char>(Characters, random.Next(1, 5)))}",
    };

    private void Check(string text, ReadOnlySpan<byte> utf8, ulong key)
    {
        var theirs = _byText.TryGetValue(text, out var entry) ? entry.Code : "none";
        AnswerCheck.Same(_table.TryGet(utf8, out entry) ? entry.Code : "none", theirs, text);
        AnswerCheck.Same(_table.TryGet(text, out entry) ? entry.Code : "none", theirs, text);
        AnswerCheck.Same(_table.TryGetKey(key, out entry) ? entry.Code : "none", theirs, text);
        AnswerCheck.Same(_bySpan.TryGetValue(text, out entry) ? entry.Code : "none", theirs, text);
        AnswerCheck.Same(_byKey.TryGetValue(key, out entry) ? entry.Code : "none", theirs, text);
    }
}
