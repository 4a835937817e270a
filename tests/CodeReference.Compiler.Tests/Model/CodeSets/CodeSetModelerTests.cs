using CodeReference.Compiler.Reading;
using CodeReference.Format;
using CsCheck;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class CodeSetModelerTests
{
    private const string Header = "pos_code,name\n";

    [Theory]
    [InlineData(Limits.DiagnosticsOfOneRule, 0)]
    [InlineData(Limits.DiagnosticsOfOneRule + 5, 5)]
    public void Diagnostics_ManyOfOneRule_AreCountedFromALimitOn(int count, int more)
    {
        var model = OfficialFile.Model("pos_2024.csv", Header + string.Concat(Enumerable.Repeat("X,Name\n", count)));

        Assert.Equal(count - more, model.Diagnostics.Count(diagnostic => diagnostic.Rule.Id == "CR2002"));
        Assert.Equal(more == 0 ? 0 : 1, model.Diagnostics.Count(diagnostic => diagnostic.Rule == Diagnostics.MoreOfTheSame && diagnostic.Arguments[2] == $"{more}"));
    }

    [Fact]
    public void Diagnostics_KnownFileThatIsNotUtf8_AreNone() =>
        Assert.Empty(PublicationCompiler.ReadAndModel(new("pos_2024.csv", SourceKind.CodeSet, Header + "11,Caf\u00E9\n", BadBytes: new("UTF-8", 3, new(3, 1, 1, 4)))).Diagnostics);

    [Fact]
    public void Diagnostics_UnknownFileThatIsNotUtf8_SayThat() => Assert.Equal(
        ["CR1001"],
        PublicationCompiler.ReadAndModel(new("pos_2024.csv", SourceKind.CodeSet, "caf\u00E9,th\u00E9\n", BadBytes: new("UTF-8", 3, new(3, 1, 1, 4)))).Diagnostics.Select(diagnostic => diagnostic.Rule.Id));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \n")]
    public void Model_NothingAtAll_IsNoCodeSet(string text)
    {
        var model = OfficialFile.Model("pos_2024.csv", text);

        Assert.Equal(["CR1010"], model.Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
        Assert.Empty(model.Sections);
    }

    [Fact]
    public void Model_TextInCommas_IsNotTakenForTabs() => Assert.Equal(
        ["11|Office\twith a tab|"],
        OfficialFile.Rows(OfficialFile.Model("pos_2024.csv", Header + "11,Office\twith a tab\n"), SectionKind.OfficialPlacesOfService));

    [Fact]
    public void Model_AnyPieceOfEveryFormat_ThrowsNothing()
    {
        var pieces = Gen.OneOf(
            "Column 1", "Column 2", "Modifier", "PTP Edit Rationale", "Deletion", "HCPCS/\nCPT Code", "MUE Values", "MUE Adjudication Indicator", "pos_code", "name",
            "14020", "12001", "11", "1", "*", "20241231", ",", "\t", "\"", "\n", "\r", "\r\n", " ", "00001 S41011A 1 ", "   LT001007Left", "\uFEFF", "\u00E9");
        pieces.Array[0, 60].Select(parts => string.Concat(parts)).Sample(text => Assert.NotNull(OfficialFile.Model("a.csv", text).ContentHash));
    }

    [Fact]
    public void Model_SameText_IsEqual() => Assert.Equal(OfficialFile.Model("pos_2024.csv", Header + "11,Office\n"), OfficialFile.Model("pos_2024.csv", Header + "11,Office\n"));
}
