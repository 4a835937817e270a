extern alias library;
using System.Reflection;
using CodeReference.Compiler.Layout;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;
using CsCheck;
using library::CodeReference;
using Microsoft.CodeAnalysis;

namespace CodeReference.Compiler.Tests.Layout;

public sealed class SearchLayoutTests
{
    private const string Titles = "| System | Code | Official Title | Status | Source |\n|---|---|---|---|---|\n";
    private const string Modifiers = "| Modifier | Description | When to Use |\n|---|---|---|\n";

    private static readonly Gen<string> Words = Gen.OneOf("flap", "Flap", "FLAPS", "fl", "f", "skin", "ski", "2.5", "x-ray", "é", "É", "e\u0301", "😀", "≤", "ｆ", "none", "").Array[0, 6]
        .Select(words => string.Join(' ', words));

    [Theory]
    [InlineData("X-ray, 2.5 cm²", "2 5 cm ray x")]
    [InlineData("Épée ÉPÉE épée", "épée")]
    [InlineData("e\u0301t\u00E9", "e té")]
    [InlineData("\uD83D 😀 ≤ -- '", "")]
    [InlineData("a\uD83Db", "a b")]
    [InlineData("", "")]
    public void Words_OfATitle_AreItsLettersAndDigitsInLowerCase(string title, string words) =>
        Assert.Equal(words, string.Join(' ', WordsOf(Publication("14020", "T\n- " + title)).Where(word => word != "t" && !word.EndsWith(SearchWord.SharedEnd))));

    [Fact]
    public void Words_LongerThanTheLimit_AreTheirBeginning()
    {
        var title = new string('a', 5000) + "é";
        var book = CompiledBook.Load(Publication("14020", title));

        Assert.Contains(new string('a', SearchWord.MaxLength), WordsOf(Publication("14020", title)));
        Assert.Single(book.SearchCodes(new string('a', 200)));
        Assert.Empty(book.SearchCodes(new string('a', 31) + "b"));
    }

    [Fact]
    public void Words_OfAnEmptyBook_AreNone()
    {
        Assert.Empty(WordsOf());
        Assert.Empty(CompiledBook.Load().SearchCodes("flap 14020"));
    }

    [Fact]
    public void Words_InTheBook_AreSortedByTheirBytes()
    {
        string[] words = [.. WordsOf(Publication("14020", "flap of skin, é ｆ ß fl f 1 12 zz"))];
        Assert.Equal(words.Order(StringComparer.Ordinal), words);
        Assert.Equal(words.Distinct(), words);
    }

    [Fact]
    public void Search_NoneAsAnOfficialTitle_IsNoTitle()
    {
        var book = CompiledBook.Load(Table(Titles + "| ICD-10-CM | A00 | none | not in the code set | Test |\n| ICD-10-CM | A01 | None such | valid | Test |"));
        Assert.Equal(["A01"], Found(book, "none"));
    }

    [Fact]
    public void Search_CodesOfSeveralFiles_FindsWordsOfEach()
    {
        var book = CompiledBook.Load(
            Publication("14020", "Flap", "It moves skin.\n" + Modifiers + "25 | Service | When separate"),
            Publication("14021", "Larger flap", "It moves skin.\n" + Modifiers + "25 | Other words | When needed\n59 | Service | Distinct"),
            Table(Titles + "| ICD-10-CM | A00 | Skin of the cholera | valid | Test |"));

        Assert.Equal(["14020", "14021"], Found(book, "flap"));
        Assert.Equal(["A00", "14020", "14021"], Found(book, "skin"));
        Assert.Equal(["59", "25"], Found(book, "service distinct").Concat(Found(book, "service needed")));
    }

    [Fact]
    public void Search_ManyCodesOfOneWord_FindsThoseOfOneSystem()
    {
        var rows = Enumerable.Range(0, 3000).Select(number => FormattableString.Invariant($"| ICD-10-CM | A{number / 100:d2}.{number % 100:d2} | Fever {(number % 3 == 0 ? "chill" : "heat")} {number} | valid | Test |\n"));
        var book = CompiledBook.Load(Table(Titles + string.Concat(rows)), Publication("14020", "Fever"));

        Assert.Equal(["14020", "A00.00", "A00.03", "A00.06"], Found(book, "fever").Take(1).Concat(Found(book, "chill fev").Take(3)));
        Assert.Equal(["A29.97"], Found(book, "f c 2997"));
        Assert.Equal(["14020"], book.SearchCodes("fever", [library::CodeReference.CodeSystem.Cpt]).Select(hit => hit.Entry.Code));
    }

    [Fact]
    public void Search_BookAsAnImage_FindsTheSame()
    {
        SourceFile[] sources = [.. DefaultTexts.Publications, .. DefaultTexts.Tables];
        var (constants, image) = (CompiledBook.Load(sources), CompiledBook.LoadImage(LayOut(sources)));

        foreach (var text in new[] { "repair", "left side", "s41", "LT", "1402", "208" })
        {
            Assert.NotEmpty(Found(constants, text));
            Assert.Equal(Found(constants, text), Found(image, text));
        }
    }

    [Fact]
    public void Tables_OfAnyTexts_AreTheSameInAnyOrderOfFiles() => Words.Array[3].Sample(texts =>
    {
        SourceFile[] files = [.. texts.Select((text, number) => Publication(FormattableString.Invariant($"1402{number}"), "T " + text, text + "\n" + Modifiers + "25 | " + text + " | "))];
        Assert.Equal(Tables(files), Tables([.. files.Reverse()]));
    }, iter: 200);

    [Fact]
    public void Tables_OfAnyTexts_HaveEveryWordAndItsBeginnings() => Words.Sample(text =>
    {
        string[] words = [.. WordsOf(Publication("14020", "T " + text))];
        Assert.All(words.Where(word => !word.EndsWith(SearchWord.SharedEnd)), word =>
            Assert.Contains(word[..Math.Min(word.Length, SearchWord.MaxSharedLength)] + SearchWord.SharedEnd, words));
        var starts = Tables(Publication("14020", "T " + text)).Single(table => table.Table == BookTable.SearchStarts).Values;
        Assert.Equal(words.Length + 1, starts.Count);
        Assert.Equal(starts.Order(), starts);
    }, iter: 200);

    private static SourceFile Publication(string procedure, string title, string prose = "") =>
        new(procedure + ".txt", SourceKind.Publication, "CPT " + procedure + ": " + title + "\n" + prose);

    private static SourceFile Table(string text) => new("titles.md", SourceKind.ReferenceTable, text);

    private static string[] Found(ReferenceBook book, string text) => [.. book.SearchCodes(text).Select(hit => hit.Entry.Code)];

    private static EquatableArray<string> WordsOf(params SourceFile[] files) => Tables(files).Single(table => table.Table == BookTable.SearchWords).Comments;

    private static ConstantTable[] Tables(params SourceFile[] files) =>
        [.. LayOut(files).Tables.Where(table => table.Table is BookTable.SearchWords or BookTable.SearchStarts or BookTable.SearchPostings or BookTable.SearchTitleLengths)];

    private static BookLayout LayOut(params SourceFile[] files) =>
        PublicationCompiler.LayOut(PublicationCompiler.Settle(BookModel.Of(files.Select(PublicationCompiler.ReadAndModel))), EquatableArray<Diagnostic>.Empty);
}
