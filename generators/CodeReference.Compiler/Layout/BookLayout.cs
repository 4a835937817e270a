namespace CodeReference.Compiler.Layout;

/// <summary>A book laid out: all that is left to do is to write it down.</summary>
/// <param name="Edition">The content hash of all that it was compiled from: 16 hexadecimal digits.</param>
/// <param name="DiagnosticCount">How many things the compiler found wrong.</param>
/// <param name="Shards">The text pool: for each shard its rows.</param>
/// <param name="Tables">The tables of numbers.</param>
/// <param name="Names">The typed names of its codes.</param>
internal sealed record BookLayout(
    string Edition,
    int DiagnosticCount,
    EquatableArray<TextShard> Shards,
    EquatableArray<ConstantTable> Tables,
    EquatableArray<CodeName> Names);

/// <summary>A shard of the text pool: its texts in order, each to be followed by a line feed.</summary>
internal sealed record TextShard(EquatableArray<string> Texts);

/// <summary>A code that gets a name in C#.</summary>
/// <param name="System">Its system.</param>
/// <param name="Key">Its key.</param>
/// <param name="Documentation">What is said of it: a line each.</param>
internal sealed record CodeName(CodeSystem System, ulong Key, EquatableArray<string> Documentation);
