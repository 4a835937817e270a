extern alias library;

using CodeReference.Compiler.Reading;
using library::CodeReference;
using LibraryUnit = library::CodeReference.SizeUnit;

namespace CodeReference.Compiler.Tests;

/// <summary>Every row of docs/rules/selection.md, compiled beside the tables of the default book and asked.</summary>
public sealed class SelectionPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", "selection.md"));

    private static readonly Lazy<ReferenceBook> Without = new(() => CompiledBook.Load(DefaultTexts.Tables));

    private static readonly Lazy<ReferenceBook> With = new(() => CompiledBook.Load([.. DefaultTexts.Tables, .. Examples().Select((table, number) => new SourceFile($"rules/{number}.md", SourceKind.ReferenceTable, table))]));

    [Fact]
    public void Examples_OfThePage_CompileWithoutADiagnostic()
    {
        var sources = Examples().Select((table, number) => new SourceFile($"rules/{number}.md", SourceKind.ReferenceTable, table)).Concat(DefaultTexts.Tables);
        Assert.Equal(7, Examples().Count());
        Assert.Empty(PublicationCompiler.Compile(sources, CompiledBook.Options).Diagnostics);
    }

    [Fact]
    public void Synonym_OfASite_IsNarrowedByAMoreExactOne()
    {
        Assert.Equal(["haunch"], Ask(Without.Value, "local flap", "haunch").UnresolvedTerms);
        Assert.Equal(["14000", "14020"], Ask(With.Value, "local flap", "Haunch").Candidates.Select(candidate => candidate.Procedure.ToString()));
        Assert.Equal("14020", With.Value.SelectCode(new() { Narrative = "Local flap of the haunches, 8 cm2, lower leg." }).Recommended.ToString());
    }

    [Fact]
    public void Synonym_BetweenTwoSites_GivesTheCodesOfBothAndSaysWhy()
    {
        var selection = Ask(With.Value, "local flap", "heel cord");
        Assert.Equal(["14020", "14040"], selection.Candidates.Select(candidate => candidate.Procedure.ToString()));
        Assert.Equal("SIT-01", Assert.Single(selection.Findings).Rule);
    }

    [Theory]
    [InlineData("keystone flap")]
    [InlineData("Keystone-Flap")]
    public void Synonym_OfATechnique_IsKnown(string technique)
    {
        Assert.Equal([technique], Ask(Without.Value, technique, "arm").UnresolvedTerms);
        Assert.Equal("14020", Ask(With.Value, technique, "arm").Recommended.ToString());
        Assert.Equal("14020", With.Value.SelectCode(new() { Narrative = $"A {technique} of the arm, 8 cm2" }).Recommended.ToString());
    }

    [Fact]
    public void Site_OfItsOwn_IsKnownAndInTheGroupsThatNameIt()
    {
        var tables = DefaultTexts.Tables.Select(table => table.Path != "tables/site-groups.md" ? table : new(
            table.Path, table.Kind, table.Text.Replace("| adjacent tissue transfer | trunk | trunk |", "| adjacent tissue transfer | trunk | trunk; umbilicus |", StringComparison.Ordinal)));
        var book = CompiledBook.Load([.. tables, new("rules/site.md", SourceKind.ReferenceTable, Examples().Single(table => table.Contains("umbilicus", StringComparison.Ordinal)))]);
        Assert.Equal("14000", Ask(book, "local flap", "navel").Recommended.ToString());
        Assert.Equal("14000", book.SelectCode(new() { Narrative = "Z-plasty of the umbilicus, 8 cm2" }).Recommended.ToString());
        Assert.True(Ask(With.Value, "local flap", "navel").Recommended.IsEmpty);
    }

    [Fact]
    public void Technique_OfItsOwn_SelectsItsCodesWithAddOns()
    {
        var selection = With.Value.SelectCode(new() { Technique = "dermis graft", Size = 250, Unit = LibraryUnit.SquareCentimeter });
        Assert.Equal("15135", selection.Recommended.ToString());
        Assert.Equal(("15136", 2), selection.Candidates[0].AddOns.Select(addOn => (addOn.Procedure.ToString(), addOn.Units)).Single());
    }

    [Theory]
    [InlineData("The flap had brisk capillary refill.", ElementStatus.Shown)]
    [InlineData("The flap was pale.", ElementStatus.NotShown)]
    [InlineData("", ElementStatus.NotGiven)]
    public void DocumentationElement_OfItsOwn_IsLookedFor(string narrative, ElementStatus status) => Assert.Equal(
        status,
        With.Value.SelectCode(new() { Technique = "local flap", Narrative = narrative }).DocumentationElements.Single(element => element.Text.ToString() == "That the flap was viable at the end").Status);

    [Theory]
    [InlineData("8 zentimeter wound of the arm, simple repair", "12004", "")]
    [InlineData("Simple repair of the arm, 3 cm. Contraindication to local flap.", "12002", "")]
    [InlineData("Simple repair of the arm, 3 cm; a 2 cm probe.", "12002", "")]
    public void Word_OfANarrative_DoesWhatItsRoleSays(string narrative, string with, string without)
    {
        Assert.Equal(with, With.Value.SelectCode(new() { Narrative = narrative }).Recommended.ToString());
        Assert.Equal(without, Without.Value.SelectCode(new() { Narrative = narrative }).Recommended.ToString());
    }

    private static CodeSelection Ask(ReferenceBook book, string technique, string site) =>
        book.SelectCode(new() { Technique = technique, AnatomicSite = site, Size = 8, Unit = LibraryUnit.SquareCentimeter });

    private static IEnumerable<string> Examples() => Page.Split("```text\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]);
}
