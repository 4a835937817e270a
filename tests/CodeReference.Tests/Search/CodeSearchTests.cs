using System.Text;
using CsCheck;

namespace CodeReference.Tests;

public class CodeSearchTests
{
    private const int Cases = 3000;

    private static readonly ReferenceBook Book = DefaultBook.Instance;
    private static readonly ReferenceBook Extended = ExtendedBook.Instance;
    private static readonly SearchOracle Oracle = new(Book);
    private static readonly SearchOracle ExtendedOracle = new(Extended);

    // A word of the book, its beginning, a code or its beginning, in any case, apart by what parts words.
    private static readonly Gen<string> Question = Questions(Oracle);

    private static readonly Gen<CodeSystem[]> Systems =
        Gen.OneOf(CodeSystem.Cpt, CodeSystem.Modifier, CodeSystem.NuccTaxonomy, CodeSystem.Icd10Cm, CodeSystem.PlaceOfService).Array[0, 3];

    [Theory]
    [InlineData("14020", "14020", SearchMatch.Code)]
    [InlineData(" lt ", "LT", SearchMatch.Code)]
    [InlineData("s41.011a", "S41.011A", SearchMatch.Code)]
    [InlineData("s41011a", "S41.011A", SearchMatch.Code)]
    [InlineData("1402", "14020", SearchMatch.CodePrefix)]
    [InlineData("s41.0", "S41.011A", SearchMatch.CodePrefix)]
    [InlineData("s410", "S41.011A", SearchMatch.CodePrefix)]
    [InlineData("S41.", "S41.011A", SearchMatch.CodePrefix)]
    [InlineData("208", "208000000X", SearchMatch.CodePrefix)]
    public void SearchCodes_CodeOrItsBeginning_FindsTheCode(string text, string code, SearchMatch match) =>
        Assert.Contains((code, match), Found(Book, text));

    [Theory]
    [InlineData("S4.1")]
    [InlineData("14.020")]
    [InlineData("1402O")]
    [InlineData("208000000X0")]
    [InlineData(".")]
    public void SearchCodes_NoBeginningOfACode_FindsNoneByItsCode(string text) =>
        Assert.DoesNotContain(Found(Book, text), hit => hit.Match is SearchMatch.Code or SearchMatch.CodePrefix);

    [Fact]
    public void SearchCodes_WordsOfATitle_ComeBeforeWordsOfOtherTexts()
    {
        var matches = Found(Book, "repair").Select(hit => hit.Match).ToArray();
        Assert.Equal(matches.Order(), matches);
        Assert.Equal([SearchMatch.Title, SearchMatch.Text], matches.Distinct());
    }

    [Theory]
    [InlineData("left side")]
    [InlineData("SIDE left")]
    [InlineData("sid, lef!")]
    [InlineData("left-side left")]
    public void SearchCodes_WordsInAnyCaseAndOrder_FindTheSameCode(string text) => Assert.Contains(("LT", SearchMatch.Title), Found(Book, text));

    [Fact]
    public void SearchCodes_OneWordThatNoTextHas_FindsNothing() => Assert.Empty(Found(Book, "left side zebra"));

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("-- . \uD83D 😀 ≤")]
    public void SearchCodes_NoWord_FindsNothing(string text) => Assert.Empty(Found(Book, text));

    [Fact]
    public void SearchCodes_OneSystem_FindsItsCodesAlone()
    {
        var found = Book.SearchCodes("25", [CodeSystem.Modifier]);
        Assert.Equal("25", Assert.Single(found, hit => hit.Match == SearchMatch.Code).Entry.Code);
        Assert.All(found, hit => Assert.Equal(CodeSystem.Modifier, hit.Entry.System));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void SearchCodes_FewerResults_AreTheFirst(int maxResults) =>
        Assert.Equal(Found(Book, "re").Take(maxResults), Found(Book, "re", maxResults: maxResults));

    [Fact]
    public void SearchCodes_LongestText_Answers()
    {
        Assert.Empty(Book.SearchCodes(new string('é', CodeSearch.MaxTextLength)));
        Assert.Empty(Book.SearchCodes(Encoding.UTF8.GetBytes(new string('é', CodeSearch.MaxTextLength))));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("≤")]
    public void SearchCodes_LongerText_Throws(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, CodeSearch.MaxTextLength + 1));
        Assert.Throws<ArgumentException>(() => Book.SearchCodes(text));
        Assert.Throws<ArgumentException>(() => Book.SearchCodes(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(CodeSearch.MaxResults + 1)]
    public void SearchCodes_ResultsOutOfRange_Throws(int maxResults) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Book.SearchCodes("flap", [], maxResults));

    [Theory]
    [InlineData(CodeSystem.None)]
    [InlineData((CodeSystem)6)]
    [InlineData((CodeSystem)(-1))]
    public void SearchCodes_NoSystem_Throws(CodeSystem system) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Book.SearchCodes("flap", [system]));

    [Fact]
    public void SearchCodes_NothingFound_AllocatesNothing() => Assert.Equal(0, Allocations.Of(() => Extended.SearchCodes("repair zebra"u8)));

    [Fact]
    public void SearchCodes_Found_AllocatesItsResultsAlone()
    {
        var results = Extended.SearchCodes("repair"u8).Length;
        Assert.InRange(Allocations.Of(() => Extended.SearchCodes("repair"u8)), 1, 1000 * (32 + (results * 24)));
    }

    [Fact]
    public void SearchCodes_EveryWordAndCode_AgreeWithoutAnIndex()
    {
        foreach (var text in Oracle.Words.Concat(Oracle.Codes))
        {
            Assert.Equal(Oracle.Search(text, [], CodeSearch.DefaultResults), Found(Book, text));
        }
    }

    [Fact]
    public void SearchCodes_AnyQuestion_AgreesWithoutAnIndex() => Gen.Select(Question, Systems, Gen.Int[1, CodeSearch.MaxResults]).Sample(
        (text, systems, maxResults) => Assert.Equal(Oracle.Search(text, systems, maxResults), Found(Book, text, systems, maxResults)),
        iter: Cases);

    [Fact]
    public void SearchCodes_AnyQuestionToAnotherBook_AgreesWithoutAnIndex() => Gen.Select(Questions(ExtendedOracle), Systems).Sample(
        (text, systems) => Assert.Equal(ExtendedOracle.Search(text, systems, CodeSearch.MaxResults), Found(Extended, text, systems, CodeSearch.MaxResults)),
        iter: Cases);

    [Fact]
    public void SearchCodes_Utf8_FindsTheSame() => Question.Sample(
        text => Assert.Equal(Found(Book, text), Book.SearchCodes(Encoding.UTF8.GetBytes(text)).Select(hit => (hit.Entry.Code, hit.Match))),
        iter: Cases);

    private static Gen<string> Questions(SearchOracle oracle)
    {
        var whole = Gen.OneOf(Gen.OneOf(oracle.Words), Gen.OneOf(oracle.Codes));
        var beginning = Gen.Select(whole, Gen.Int[1, 5], (word, length) => word[..Math.Min(word.Length, length)]);
        var term = Gen.Select(Gen.OneOf(whole, beginning), Gen.Bool, (word, isUpper) => isUpper ? word.ToUpperInvariant() : word);
        return Gen.Select(term.Array[1, 4], Gen.OneOf(" ", "-", ", ", " \u00B7 ", "  "), (words, between) => string.Join(between, words));
    }

    private static (string Code, SearchMatch Match)[] Found(
        ReferenceBook book, string text, CodeSystem[]? systems = null, int maxResults = CodeSearch.DefaultResults) =>
        [.. book.SearchCodes(text, systems, maxResults).Select(hit => (hit.Entry.Code, hit.Match))];
}
