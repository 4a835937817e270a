using System.Text;
using CsCheck;

namespace CodeReference.Tests;

public class NoTextThrowsTests
{
    private static readonly ReferenceBook Book = DefaultBook.Instance;

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String[0, 300],
        Gen.Char["lt14020SXae .-\t\0\uD800\uDC00\u00E9"].Array[0, 12].Select(text => new string(text)),
        Gen.OneOf("forearm", "local flap", "medicare", "14020", "LT", "S41.011A"));

    [Fact]
    public void TryGet_AnyText_Answers() => Gen.Select(Text, Gen.Enum<CodeSystem>()).Sample((text, system) =>
    {
        if (system != CodeSystem.None)
        {
            var isFound = Book.CodesOf(system).TryGet(text, out var entry);
            Assert.Equal(isFound, Book.CodesOf(system).TryGet(Encoding.UTF8.GetBytes(text), out _));
            Assert.True(!isFound || entry.Code.Length > 0);
        }
    });

    [Fact]
    public void TryGet_AnyBytes_Answers() => Gen.Byte.Array[0, 16].Sample(bytes =>
    {
        Assert.False(Book.Procedures.TryGet(bytes, out var entry) && entry.Code.Length != 5);
        Assert.False(Book.Diagnoses.TryGet(bytes, out entry) && entry.Code.Length < 3);
    });

    [Fact]
    public void SearchCodes_AnyText_Answers() => Text.Sample(text =>
    {
        if (text.Length <= CodeSearch.MaxTextLength)
        {
            var found = Book.SearchCodes(text);
            Assert.Equal(found.Length, found.DistinctBy(hit => hit.Entry.Key).Count());
            Assert.DoesNotContain(found, hit => hit.Match == SearchMatch.None);
        }
    });

    [Fact]
    public void SearchCodes_AnyBytes_Answers() => Gen.Byte.Array[0, CodeSearch.MaxTextLength].Sample(bytes =>
        Assert.InRange(Book.SearchCodes(bytes).Length, 0, CodeSearch.DefaultResults));

    [Fact]
    public void FindPayer_AnyText_Answers() => Text.Sample(text => Assert.Equal(!string.IsNullOrWhiteSpace(text), Book.FindPayer(text).IsGiven));

    [Fact]
    public void ValidateModifiers_AnyTexts_Answer() => Gen.Select(Gen.Frequency((4, Text.Select(text => (string?)text)), (1, Gen.Const((string?)null))).Array[0, 20], Text).Sample((modifiers, payer) =>
    {
        var answer = Book.ValidateModifiers(ProcedureCode.Parse("14020"), modifiers!, Book.FindPayer(payer));
        Assert.NotEqual(Outcome.None, answer.Outcome);
        Assert.DoesNotContain(Verdict.None, answer.Verdicts.ToArray());
        Assert.All(answer.GetFindings(), finding => Assert.NotEmpty(finding.Citations));
        Assert.True(answer.GetSuggestedModifiers().Length <= modifiers.Length);
    });

    [Fact]
    public void SelectCode_AnyTerms_Answer() => Gen.Select(Text, Text, Gen.Double[0.001, SelectionQuery.MaxSize], Gen.OneOf(SizeUnit.Centimeter, SizeUnit.SquareCentimeter)).Sample((technique, site, size, unit) =>
    {
        var selection = Book.SelectCode(new() { Technique = technique, AnatomicSite = site, Size = size, Unit = unit });
        var said = (string.IsNullOrWhiteSpace(technique) ? 0 : 1) + (string.IsNullOrWhiteSpace(site) ? 0 : 1);
        Assert.Equal(said, selection.ResolvedTerms.Count + selection.UnresolvedTerms.Count);
        Assert.InRange(selection.Candidates.Count, 0, SelectionQuery.DefaultCandidates);
    });
}
