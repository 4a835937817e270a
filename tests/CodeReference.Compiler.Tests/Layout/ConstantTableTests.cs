using CodeReference.Compiler.Layout;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Layout;

public sealed class ConstantTableTests
{
    [Theory]
    [InlineData("ModifierRanks", byte.MaxValue)]
    [InlineData("EditProcedures", ushort.MaxValue)]
    [InlineData("Files", uint.MaxValue)]
    public void ThrowIfCut_NumberBeyondTheElement_NamesTableAndNumber(string name, ulong largest)
    {
        var table = Enum.Parse<BookTable>(name);
        ConstantTable.Of(table, [0, largest]).ThrowIfCut();

        var error = Assert.Throws<InvalidOperationException>(() => ConstantTable.Of(table, [largest + 1]).ThrowIfCut());

        Assert.StartsWith($"{name} has the number {largest + 1}; expected at most {largest}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThrowIfCut_LargestNumberOfALongElement_IsNotCut() => ConstantTable.Of(BookTable.Codes, [ulong.MaxValue]).ThrowIfCut();

    [Fact]
    public void Of_EntryOfAnotherWidth_NamesTheTable()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ConstantTable.Of(BookTable.Rows, [ConstantEntry.Of("", 1, 2)]));

        Assert.Equal("An entry of Rows has 2 numbers; expected 3.", error.Message);
    }
}
