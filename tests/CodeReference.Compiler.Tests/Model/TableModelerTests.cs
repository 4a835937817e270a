using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Model;

public sealed class TableModelerTests
{
    private const string OfficialTitles = "| System | Code | Official Title | Status | Source |\n|---|---|---|---|---|\n";

    [Fact]
    public void Diagnostics_FileThatIsNotUtf8_SaysSo()
    {
        var diagnostic = Assert.Single(PublicationCompiler.ReadAndModel(new("table.md", SourceKind.ReferenceTable, "a\n\uFFFD", new("UTF-8", 2, new(2, 1, 2, 1)))).Diagnostics);

        Assert.StartsWith("table.md(2,1): error CR1001: From byte 2 on, the file is not UTF-8", diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Diagnostics_FileThatIsUtf8_AreNone() => Assert.Empty(Table("é").Diagnostics);

    [Fact]
    public void Add_OfficialTitleOfOneDiagnosisWithAndWithoutDot_IsDuplicate()
    {
        var model = Table(OfficialTitles + "| ICD-10-CM | S41.011A | Cut | valid | Test |\n| ICD-10-CM | S41011A | Cut | valid | Test |");

        Assert.Equal(["CR2006"], model.Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void Add_OfficialTitleWithACodeOfAnotherSystem_IsSaid()
    {
        var model = Table(OfficialTitles + "| NUCC | S41.011A | Cut | valid | Test |");

        Assert.Single(model.Diagnostics);
    }

    [Theory]
    [InlineData("NUCC", "207Q00000X")]
    [InlineData("NUCC", "207q00000x")]
    [InlineData("ICD-10-CM", "s41011a")]
    public void Add_OfficialTitleWithACodeOfItsSystem_IsSilent(string system, string code) =>
        Assert.Empty(Table(OfficialTitles + $"| {system} | {code} | Title | valid | Test |").Diagnostics);

    [Fact]
    public void ContentHash_AnyLineEnding_IsTheSame()
    {
        const string Text = "CPT 14020: Flap\nBilling Code Overview\nText\n";

        Assert.Single(new[] { Text, "\uFEFF" + Text, Text.Replace("\n", "\r\n", StringComparison.Ordinal), Text.Replace('\n', '\r') }
            .Select(text => PublicationCompiler.ReadAndModel(new("page.txt", SourceKind.Publication, text)).ContentHash).Distinct());
    }

    private static FileModel Table(string text) => PublicationCompiler.ReadAndModel(new("table.md", SourceKind.ReferenceTable, text));
}
