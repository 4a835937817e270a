using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model;

public sealed class FileModelerTests
{
    [Fact]
    public void Model_OtherTextOfProseAndOfTables_IsAllThereInTheOrderOfTheFile()
    {
        var model = PublicationCompiler.ReadAndModel(new("a.txt", SourceKind.Publication, "CPT 14020: Flap\nFirst.\n| A | B |\n|---|---|\n1 | 2\nLast."));

        Assert.Equal(["First.", "A | B", "1 | 2", "Last."], model.Rows(SectionKind.OtherText).Select(row => row[0]));
        Assert.Equal(model.Sections.Select(section => section.Kind).Distinct(), model.Sections.Select(section => section.Kind));
    }
}
