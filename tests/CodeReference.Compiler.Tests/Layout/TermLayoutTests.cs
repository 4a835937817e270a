using System.Text;
using CodeReference.Compiler.Layout;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Layout;

public sealed class TermLayoutTests
{
    private static readonly BookLayout Book = PublicationCompiler.LayOut(PublicationCompiler.Settle(BookModel.Of(DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel))), EquatableArray<Diagnostic>.Empty);

    private static readonly string[] Texts = [.. Enumerable.Range(0, Of(BookTable.TermMeanings).Count).Select(TextOf)];

    [Fact]
    public void Terms_OfTheBook_AreSortedByKindAndBytes()
    {
        var terms = Enumerable.Range(0, Of(BookTable.TermMeanings).Count).Select(term => (Kind: Kind(term), Text: Convert.ToHexString(Encoding.UTF8.GetBytes(Text(term))))).ToList();
        Assert.Equal(terms.OrderBy(term => term.Kind).ThenBy(term => term.Text, StringComparer.Ordinal), terms);
        Assert.Equal(terms.Distinct(), terms);
    }

    [Fact]
    public void Phrases_OfEveryFirstWord_AreFoundByItAndTheLongestFirst()
    {
        var terms = Enumerable.Range(0, Of(BookTable.TermMeanings).Count).Where(term => Kind(term) != TermKind.Payer).ToList();
        Assert.Equal(terms.Order(), Of(BookTable.Phrases).Select(phrase => (int)((uint)phrase & ~PhraseIndex.Last)).Order());
        foreach (var word in terms.Select(term => Text(term).Split(' ')[0]).Distinct())
        {
            var found = PhrasesOf(word);
            Assert.Equal(terms.Where(term => Text(term).Split(' ')[0] == word).Order(), found.Order());
            Assert.Equal(found.Select(term => Text(term).Length).OrderDescending(), found.Select(term => Text(term).Length));
        }
    }

    [Fact]
    public void PhraseCells_OfTheBook_AreAtMostHalfFull()
    {
        var cells = Of(BookTable.PhraseCells);
        Assert.True(cells.Count(cell => cell != 0) * 2 <= cells.Count);
        Assert.Equal(1, System.Numerics.BitOperations.PopCount((uint)cells.Count));
    }

    [Theory]
    [InlineData("V-Y  Plasty", "v y plasty")]
    [InlineData("sq. cm", "sq . cm")]
    [InlineData("CM^2; cm\u00B2", "cm ^ 2 ; cm2")]
    [InlineData("8cm2 2x3.5cm 2-3 4-0", "8 cm2 2 x 3.5 cm 2 - 3 4 - 0")]
    [InlineData("2.5\u00D73.2 \u2264.5", "2.5 x 3.2 < .5")]
    [InlineData("a.b 1.5. 1,000 x3 e3x", "a . b 1.5 . 1,000 x3 e3x")]
    [InlineData("a\n \t\nb\nc", "a . b c")]
    [InlineData("\u00E9t\u00E9 \uD83E\uDDB5 \u201Cq\u201D", "\u00E9t\u00E9 \uD83E\uDDB5 q")]
    [InlineData("\u202E \u00A0'*", "")]
    public void Phrase_OfATerm_IsItsWords(string term, string words) => Assert.Equal(words, CellValues.Phrase(term));

    private static EquatableArray<ulong> Of(BookTable table) => Book.Tables.Single(one => one.Table == table).Values;

    private static TermKind Kind(int term) => (TermKind)Of(BookTable.Terms)[(term * BookFormat.Term.Size) + BookFormat.Term.Kind];

    private static string Text(int term) => Texts[term];

    private static string TextOf(int term)
    {
        var address = Of(BookTable.Terms)[(term * BookFormat.Term.Size) + BookFormat.Term.Text];
        var at = (int)(address & ((1u << BookFormat.ShardBits) - 1));
        foreach (var text in Book.Shards[(int)(address >> BookFormat.ShardBits)].Texts)
        {
            if (at == 0)
            {
                return text;
            }

            at -= Encoding.UTF8.GetByteCount(text) + 1;
        }

        throw new InvalidOperationException($"Term {term} has no text.");
    }

    private static List<int> PhrasesOf(string word)
    {
        var (cells, phrases) = (Of(BookTable.PhraseCells), Of(BookTable.Phrases));
        var found = new List<int>();
        for (var cell = PhraseIndex.Home(Encoding.UTF8.GetBytes(word), cells.Count); cells[cell] != 0; cell = (cell + 1) & (cells.Count - 1))
        {
            var place = (int)cells[cell] - 1;
            if (Text((int)((uint)phrases[place] & ~PhraseIndex.Last)).Split(' ')[0] != word)
            {
                continue;
            }

            do
            {
                found.Add((int)((uint)phrases[place] & ~PhraseIndex.Last));
            }
            while (((uint)phrases[place++] & PhraseIndex.Last) == 0);
            break;
        }

        return found;
    }
}
