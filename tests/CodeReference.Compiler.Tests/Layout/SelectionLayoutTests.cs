using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Layout;

public sealed class SelectionLayoutTests
{
    private const string Selection = "| Procedure | Technique | Site Group | Unit | Above | Up To | Each Additional | Add-on To | Source |\n|---|---|---|---|---|---|---|---|---|\n";

    [Theory]
    [InlineData("0042T")]
    [InlineData("0042t")]
    public void Selection_AddOnToAProcedureInAnyCase_ContinuesIt(string primary)
    {
        var model = PublicationCompiler.ReadAndModel(new(
            "a.md", SourceKind.ReferenceTable, Selection + $"| 0042T | flap | all |  |  |  |  |  | Test |\n| 14302 | flap | all |  |  |  |  | {primary} | Test |"));
        var layout = PublicationCompiler.LayOut(PublicationCompiler.Settle(BookModel.Of([model])), EquatableArray<Diagnostic>.Empty);

        var selection = layout.Tables.Single(table => table.Table == BookTable.Selection);
        Assert.Equal([1ul, BookFormat.None], selection.Values.Where((_, index) => index % selection.Width == BookFormat.Selection.AddOn));
    }
}
