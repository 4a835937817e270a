using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Tests.Model;

public sealed class SizePhraseTests
{
    [Theory]
    [InlineData("(≤10 cm2)", "Range SquareCentimeter 0..10000")]
    [InlineData("<= 10 sq. cm", "Range SquareCentimeter 0..10000")]
    [InlineData("10 cm² or less", "Range SquareCentimeter 0..10000")]
    [InlineData("10\u00A0square\u00A0centimeters or less", "Range SquareCentimeter 0..10000")]
    [InlineData("2.5 cm or less", "Range Centimeter 0..2500")]
    [InlineData("10.1 sq cm to 30.0 sq cm", "Range SquareCentimeter 10000..30000")]
    [InlineData("10.1-30 sq cm", "Range SquareCentimeter 10000..30000")]
    [InlineData("greater than 10 cm2 to 30 cm2", "Range SquareCentimeter 10000..30000")]
    [InlineData("2.6 cm to 7.5 cm", "Range Centimeter 2500..7500")]
    [InlineData("over 30 cm", "Range Centimeter 30000..")]
    [InlineData("30.1 cm or more", "Range Centimeter 30000..")]
    [InlineData("at least 30.1 cm", "Range Centimeter 30000..")]
    [InlineData("each additional 5 cm or less", "EachAdditional Centimeter 0..5000")]
    [InlineData("8 cm2", "Point SquareCentimeter 8000..8000")]
    [InlineData("2.5cm", "Point Centimeter 2500..2500")]
    public void In_SizeOfAPage_IsRead(string text, string expected)
    {
        var size = Assert.Single(SizePhrase.In(text));

        Assert.Equal(expected, $"{size.Kind} {size.Unit} {size.Above}..{size.UpTo}");
    }

    [Theory]
    [InlineData("2,5 cm")]
    [InlineData("7.5 cm to 2.6 cm")]
    [InlineData("3 inches or less")]
    [InlineData("5 cm3")]
    [InlineData("25 mm")]
    [InlineData("1.2345 cm")]
    [InlineData("10 cm to 30 cm2")]
    public void In_NumberAndUnitThatAreNoSize_AreSaidToBe(string text) => Assert.Equal(SizePhraseKind.Unreadable, Assert.Single(SizePhrase.In(text)).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("14020 and 14021")]
    [InlineData("10 to 30 patients")]
    [InlineData("4 x 2 cm")]
    [InlineData("cm 2")]
    [InlineData("10 cmx")]
    public void In_TextWithoutASize_HasNone(string text) => Assert.Empty(SizePhrase.In(text));

    [Theory]
    [InlineData("10.1 to 30 cm", 10_000, 30_000, true)]
    [InlineData("10 to 30 cm", 10_000, 30_000, true)]
    [InlineData("12 to 20 cm", 10_000, 30_000, true)]
    [InlineData("10.1 to 30.1 cm", 10_000, 30_000, false)]
    [InlineData("30 cm or less", 10_000, 30_000, false)]
    [InlineData("over 30 cm", 10_000, 30_000, false)]
    [InlineData("10 cm", 10_000, 30_000, false)]
    [InlineData("30 cm", 10_000, 30_000, true)]
    public void IsWithin_Range_HoldsWhenAllItsSizesDo(string text, uint above, uint upTo, bool expected) =>
        Assert.Equal(expected, Assert.Single(SizePhrase.In(text)).IsWithin(above, upTo));
}
