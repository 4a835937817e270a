namespace CodeReference.Compiler.Layout;

/// <summary>A table of numbers as it is emitted.</summary>
/// <param name="Name">The member of the book's tables that it becomes.</param>
/// <param name="Type">The C# type of a number.</param>
/// <param name="Entries">Its entries, in order.</param>
internal sealed record ConstantTable(string Name, string Type, EquatableArray<ConstantEntry> Entries)
{
    public static ConstantTable Of(string name, string type, IEnumerable<ConstantEntry> entries) =>
        new(name, type, entries.ToEquatableArray());
}

/// <summary>An entry of a table: its numbers, and the code or name that it is about, for those who read the emitted code.</summary>
internal sealed record ConstantEntry(EquatableArray<ulong> Values, string Comment)
{
    public static ConstantEntry Of(string comment, params ulong[] values) => new(new(values), comment);
}
