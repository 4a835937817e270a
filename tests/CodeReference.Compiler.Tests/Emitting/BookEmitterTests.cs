using System.Globalization;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Emitting;

public sealed class BookEmitterTests
{
    [Fact]
    public void Cultures_OfTheTests_AreReal() => Assert.Equal("İ", new CultureInfo("tr-TR").TextInfo.ToUpper("i"));

    [Fact]
    public void Emit_ManyShortTexts_CompilesAndReadsBack()
    {
        var rows = Enumerable.Range(0, 10_000).Select(number => FormattableString.Invariant($"A00.{number:d4} | | |\n"));
        var book = CompiledBook.Load(new SourceFile(
            "a.txt", SourceKind.Publication, "CPT 14020: Flap\n| ICD-10 Code | Description | Clinical Relevance |\n|---|---|---|\n" + string.Concat(rows)));

        Assert.Equal(10_000, book.Diagnoses.Count);
        Assert.Equal("A00.9999", book.Publications[0].Diagnoses[9_999].Code.ToString());
    }

    [Fact]
    public void Emit_TextLongerThanAShard_ReadsBack()
    {
        var text = string.Concat(Enumerable.Repeat("≤10 cm2 ", 20_000)).Trim();
        var book = CompiledBook.Load(new SourceFile("a.txt", SourceKind.Publication, "CPT 14020: Flap\nBilling Code Overview\n" + text + "\nClinical Context\nAfter it."));

        Assert.Equal(text, book.Publications[0].Overview.ToString());
        Assert.Equal("After it.", book.Publications[0].ClinicalContext.ToString());
    }

    [Fact]
    public void Emit_HalfOfASurrogatePair_StillCompiles() =>
        CompiledBook.Load(new SourceFile("a.txt", SourceKind.Publication, "CPT 14020: Flap \uD83D of a pair"));

    [Fact]
    public void Emit_LabelThatCouldEndItsLiteral_IsItsText()
    {
        var (files, _) = PublicationCompiler.Compile([], CompiledBook.Options with { Label = "\"; } \\ \u2028 */" });
        var assembly = CompiledBook.Load(CompiledBook.Compilation([.. files.Select(file => CompiledBook.Parse(file.Text, file.Name))]));

        Assert.Equal("\"; } \\ \u2028 */", CompiledBook.Open(assembly).Edition.Label);
    }

    [Theory]
    [InlineData(2, 0, "Without names: there are 3, and CodeReferenceMaxNames is 2.")]
    [InlineData(3, 3, "LT => ")]
    public void Emit_MoreNamesThanAskedFor_LeavesThemOutAndSaysSo(int maxNames, int names, string expected)
    {
        var page = "CPT 14020: Flap\n| Modifier | Description | When to Use |\n|---|---|---|\n25 | | |\n59 | | |\nLT | | |\n";
        var (files, _) = PublicationCompiler.Compile([new("a.txt", SourceKind.Publication, page)], CompiledBook.Options with { MaxNames = maxNames });
        var modifiers = files.Single(file => file.Name == "Modifiers.g.cs").Text;
        var assembly = CompiledBook.Load(CompiledBook.Compilation([.. files.Select(file => CompiledBook.Parse(file.Text, file.Name))]));

        Assert.Contains(expected, modifiers, StringComparison.Ordinal);
        Assert.Equal(names, assembly.GetType("Emitted.Modifiers", throwOnError: true)!.GetProperties().Length);
        Assert.Single(assembly.GetType("Emitted.Procedures", throwOnError: true)!.GetProperties());
        Assert.Equal(3, CompiledBook.Open(assembly).Modifiers.Count);
    }
}
