using System.Text;
using CsCheck;

namespace CodeReference.Tests;

public class CodeKeyTests
{
    private static readonly Gen<char> Digit = Gen.Char['0', '9'];
    private static readonly Gen<char> Letter = Gen.Char['A', 'Z'];
    private static readonly Gen<char> Either = Gen.OneOf(Digit, Letter);

    private static readonly Gen<(CodeSystem System, string Text)> Code = Gen.OneOf(
        Digit.Array[5].Select(text => (CodeSystem.Cpt, new string(text))),
        Gen.Select(Digit.Array[4], Letter, Gen.Bool, (digits, letter, first) => (CodeSystem.Cpt, first ? letter + new string(digits) : new string(digits) + letter)),
        Either.Array[2].Select(text => (CodeSystem.Modifier, new string(text))),
        Either.Array[9].Select(text => (CodeSystem.NuccTaxonomy, new string(text) + 'X')),
        Gen.Select(Letter, Digit, Either, Either.Array[0, 4], (first, second, third, rest) =>
            (CodeSystem.Icd10Cm, $"{first}{second}{third}{(rest.Length > 0 ? "." : "")}{new string(rest)}")),
        Digit.Array[2].Select(text => (CodeSystem.PlaceOfService, new string(text))));

    private static readonly Gen<string> NearlyCode = Gen.Char["0123456789AZaz.  \t\0X@[`{\u0410\uFF11"].Array[0, 13].Select(text => new string(text));

    private static readonly CodeSystem[] Systems = Enum.GetValues<CodeSystem>();

    [Fact]
    public void TryPack_AnyCode_RoundTrips() => Code.Sample(code =>
    {
        Assert.True(CodeKey.TryPack(code.System, code.Text, out var key));
        Assert.Equal(code.Text, CodeKey.ToText(key));
        Assert.Equal(code.System, CodeKey.SystemOf(key));
        Assert.True(CodeKey.TryPack(code.System, $" {code.Text.ToLowerInvariant()} ", out var same) && same == key);
    });

    [Fact]
    public void TryPack_TwoCodesOfASystem_KeysSortAsTextsDo() => Gen.Select(Code, Code).Sample((left, right) =>
    {
        CodeKey.TryPack(left.System, left.Text, out var leftKey);
        CodeKey.TryPack(right.System, right.Text, out var rightKey);
        Assert.True(left.System != right.System || Math.Sign(leftKey.CompareTo(rightKey)) == Math.Sign(string.CompareOrdinal(left.Text, right.Text)));
    });

    [Fact]
    public void TryPack_AnyText_CharAndUtf8Agree() => Gen.OneOf(NearlyCode, Gen.String).Sample(text =>
    {
        foreach (var system in Systems)
        {
            var isCode = CodeKey.TryPack(system, text, out var key);
            Assert.Equal(isCode, CodeKey.TryPack(system, Encoding.UTF8.GetBytes(text), out var fromUtf8));
            Assert.Equal(key, fromUtf8);
            Assert.Equal(isCode, key != 0);
        }
    });

    [Theory]
    [InlineData("\u00A0LT")]
    [InlineData("LT\u2003")]
    [InlineData("\u0085LT")]
    public void TryPack_SpaceBeyondAscii_CharAndUtf8Agree(string text) =>
        Assert.Equal(
            CodeKey.TryPack(CodeSystem.Modifier, text, out _),
            CodeKey.TryPack(CodeSystem.Modifier, Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData(CodeSystem.Icd10Cm, "s41.0", "S41.011A", true)]
    [InlineData(CodeSystem.Icd10Cm, " S41. ", "S41.011A", true)]
    [InlineData(CodeSystem.Icd10Cm, "S410", "S41.1", false)]
    [InlineData(CodeSystem.NuccTaxonomy, "208000000x", "208000000X", true)]
    [InlineData(CodeSystem.Cpt, "1402", "14020", true)]
    [InlineData(CodeSystem.Cpt, "1402", "1403F", false)]
    public void TryPackBeginning_OfACode_HoldsTheCodesThatBeginSo(CodeSystem system, string beginning, string code, bool begins)
    {
        Assert.True(CodeKey.TryPackBeginning(system, beginning, out var first, out var last));
        Assert.True(CodeKey.TryPack(system, code, out var key));
        Assert.Equal(begins, key >= first && key <= last);
    }

    [Theory]
    [InlineData(CodeSystem.Icd10Cm, "")]
    [InlineData(CodeSystem.Icd10Cm, "S4.1")]
    [InlineData(CodeSystem.Icd10Cm, "S41..1")]
    [InlineData(CodeSystem.Cpt, "140.")]
    [InlineData(CodeSystem.Cpt, "14 0")]
    [InlineData(CodeSystem.NuccTaxonomy, "208000000X1")]
    public void TryPackBeginning_OfNoCode_Fails(CodeSystem system, string beginning) =>
        Assert.False(CodeKey.TryPackBeginning(system, beginning, out _, out _));
}
