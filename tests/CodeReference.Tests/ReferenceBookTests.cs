using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace CodeReference.Tests;

public partial class ReferenceBookTests
{
    private static readonly ReferenceBook Book = DefaultBook.Instance;

    private static readonly string EveryBlank = new([.. Enumerable.Range(0, char.MaxValue).Select(number => (char)number).Where(char.IsWhiteSpace)]);

    private static readonly Gen<string> Blanks = Gen.Char[EveryBlank].Array[0, 200].Select(text => new string(text));

    [Fact]
    public void Edition_Id_Is16HexDigits() => Assert.Matches(Hex(), Book.Edition.Id);

    [Fact]
    public void Edition_OfAnotherBook_HasAnotherId() => Assert.NotEqual(Book.Edition.Id, ExtendedBook.Instance.Edition.Id);

    [Fact]
    public void Publications_Enumerated_AreInCodeOrder()
    {
        ulong[] keys = [.. Book.Publications.Select(publication => publication.Procedure.Key)];
        Assert.Equal(["14020"], Book.Publications.Select(publication => publication.Procedure.ToString()));
        Assert.Equal(keys.Order(), keys);
    }

    [Theory]
    [InlineData("14020", true)]
    [InlineData("14021", false)]
    [InlineData("99213", false)]
    public void TryGetPublication_ByProcedure_FindsItsPage(string procedure, bool hasPage)
    {
        Assert.Equal(hasPage, Book.TryGetPublication(ProcedureCode.Parse(procedure), out var publication));
        Assert.True(!hasPage || publication.Procedure.ToString() == procedure);
    }

    [Fact]
    public void TryGetPublication_NoProcedure_Misses() => Assert.False(Book.TryGetPublication(default, out _));

    [Fact]
    public void CodesOf_EverySystem_AreInCodeOrderAndCounted()
    {
        var tables = Enum.GetValues<CodeSystem>().Where(system => system != CodeSystem.None).Select(Book.CodesOf).ToList();
        Assert.Equal(Book.CodeCount, tables.Sum(table => table.Count));
        foreach (var table in tables)
        {
            ulong[] keys = [.. Enumerable.Range(0, table.Count).Select(i => table[i].Key)];
            Assert.Equal(keys.Distinct().Order(), keys);
            Assert.All(keys, key => Assert.True(table.TryGetKey(key, out var entry) && entry.Key == key));
        }
    }

    [Theory]
    [InlineData(CodeSystem.None)]
    [InlineData((CodeSystem)6)]
    public void CodesOf_NoSystem_Throws(CodeSystem system) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Book.CodesOf(system));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MinValue)]
    public void RowList_IndexOutOfRange_Throws(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Book.Publications[index]);

    [Fact]
    public void RowList_Default_IsEmpty()
    {
        Assert.Empty(default(RowList<Publication>));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(RowList<Publication>)[0]);
    }

    [Theory]
    [InlineData("Medicare", "Medicare", true)]
    [InlineData("  traditional   MEDICARE ", "Medicare", true)]
    [InlineData("UHC", "UnitedHealthcare", true)]
    [InlineData("blue cross & blue shield", "Blue Cross Blue Shield", false)]
    [InlineData("Cigna Health", "Cigna", false)]
    public void FindPayer_NameOrAlias_FindsItsProfile(string name, string payer, bool followsIndicators)
    {
        var found = Book.FindPayer(name);
        Assert.True(found.IsGiven && found.IsKnown);
        Assert.Equal((payer, followsIndicators), (found.Name.ToString(), found.FollowsIndicators));
        Assert.Equal(payer, Book.FindPayer(Encoding.UTF8.GetBytes(name)).Name.ToString());
    }

    [Theory]
    [InlineData("Acme", true)]
    [InlineData("medicar", true)]
    [InlineData("", false)]
    [InlineData(" \t", false)]
    [InlineData(null, false)]
    public void FindPayer_OtherNames_AreNotKnown(string? name, bool isGiven)
    {
        var payer = Book.FindPayer(name);
        Assert.Equal((isGiven, false, false), (payer.IsGiven, payer.IsKnown, payer.FollowsIndicators));
        Assert.True(payer.Name.IsEmpty);
        var asUtf8 = Book.FindPayer(Encoding.UTF8.GetBytes(name ?? ""));
        Assert.Equal((isGiven, false), (asUtf8.IsGiven, asUtf8.IsKnown));
    }

    [Fact]
    public void FindPayer_NameAmongBlanks_IsTheSameInUtf8() => Gen.Select(Blanks, Gen.OneOf(Gen.OneOf("Medicare", "traditional medicare", "UHC"), Gen.String), Blanks).Sample((before, name, after) =>
    {
        var text = before + name + after;
        var (payer, asUtf8) = (Book.FindPayer(text), Book.FindPayer(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((payer.IsGiven, payer.IsKnown, payer.Name.ToString()), (asUtf8.IsGiven, asUtf8.IsKnown, asUtf8.Name.ToString()));
        Assert.True(payer.IsKnown || name is not ("Medicare" or "traditional medicare" or "UHC"));
    });

    [Fact]
    public void FindPayer_Utf8_AllocatesNothing() => Assert.Equal(0, Allocations.Of(() => ExtendedBook.Instance.FindPayer(" Medicare\u00A0"u8)));

    [Fact]
    public void FindPayer_Utf8ThatIsMalformedOrLong_IsNotKnown()
    {
        Assert.Equal((true, false), (Book.FindPayer([0xC3, 0x28]).IsGiven, Book.FindPayer([0xC3, 0x28]).IsKnown));
        Assert.Equal((true, false), (Book.FindPayer(new byte[5000].AsSpan()).IsGiven, Book.FindPayer("Medicare"u8.ToArray().Concat(new byte[500]).ToArray()).IsKnown));
    }

    [GeneratedRegex("^[0-9a-f]{16}\\z")]
    private static partial Regex Hex();
}
