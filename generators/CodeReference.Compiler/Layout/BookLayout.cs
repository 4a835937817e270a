namespace CodeReference.Compiler.Layout;

/// <summary>A book laid out: all that is left to do is to write it down, as C# or as an image.</summary>
/// <param name="Edition">The content hash of all that it was compiled from: 16 hexadecimal digits.</param>
/// <param name="DiagnosticCount">How many things the compiler found wrong.</param>
/// <param name="Shards">The text pool: for each shard its texts.</param>
/// <param name="Tables">The tables of numbers, in their order.</param>
internal sealed record BookLayout(
    string Edition, int DiagnosticCount, EquatableArray<TextPoolShard> Shards, EquatableArray<ConstantTable> Tables);

/// <summary>A shard of the text pool: its texts in order, each to be followed by a line feed.</summary>
internal sealed record TextPoolShard(EquatableArray<string> Texts);
