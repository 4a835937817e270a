using System.Text;
using CsCheck;

namespace CodeReference.Compiler.Tests;

/// <summary>What holds for the key of any code, of which the compiler and the library share the source.</summary>
public sealed class CodeKeyProperties
{
    private const int Cases = 10_000;

    public static TheoryData<int> Systems => [.. Enum.GetValues<CodeSystem>().Where(system => system != CodeSystem.None).Select(system => (int)system)];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 14],
        Gen.Char[" .-_0123456789AaXxZz\t\0\u00A0\u3000\u0660\uFF12İıſK"].Array[0, 14].Select(text => new string(text)));

    [Theory]
    [MemberData(nameof(Systems))]
    public void ToText_OfAPackedCode_IsTheCode(int system) => Page.CodeOf((CodeSystem)system).Sample(
        code => CodeKey.TryPack((CodeSystem)system, code, out var key) && CodeKey.ToText(key) == code && CodeKey.SystemOf(key) == (CodeSystem)system, iter: Cases);

    [Theory]
    [MemberData(nameof(Systems))]
    public void TryPack_AnyCaseSpacesAndDot_GiveOneKey(int system) =>
        Gen.Select(Page.CodeOf((CodeSystem)system), Gen.Bool, Gen.OneOf("", " ", "\t ")).Sample((code, isDotted, space) =>
        {
            var typed = space + (isDotted ? code : code.Replace(".", "", StringComparison.Ordinal)).ToLowerInvariant() + space;
            return CodeKey.TryPack((CodeSystem)system, typed, out var key) && CodeKey.ToText(key) == code;
        }, iter: Cases);

    [Theory]
    [MemberData(nameof(Systems))]
    public void Keys_OfTwoCodes_CompareAsTheCodesDo(int system) =>
        Gen.Select(Page.CodeOf((CodeSystem)system), Page.CodeOf((CodeSystem)system)).Sample((left, right) =>
            Key((CodeSystem)system, left).CompareTo(Key((CodeSystem)system, right)) == Math.Sign(string.CompareOrdinal(left, right)), iter: Cases);

    [Fact]
    public void Keys_OfAllModifiers_Differ()
    {
        const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var keys = Characters.SelectMany(first => Characters.Select(second => Key(CodeSystem.Modifier, $"{first}{second}")));

        Assert.Equal(36 * 36, keys.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void TryPack_AnyText_GivesAKeyOfWhichTheTextIsCanonical(int system) => AnyText.Sample(text =>
        CodeKey.TryPack((CodeSystem)system, text, out var key)
            ? Key((CodeSystem)system, CodeKey.ToText(key)) == key
                && string.Equals(CodeKey.ToText(key).Replace(".", "", StringComparison.Ordinal), text.Trim().Replace(".", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            : key == 0, iter: Cases);

    [Theory]
    [MemberData(nameof(Systems))]
    public void TryPack_CharactersOrTheirUtf8_GiveTheSame(int system) =>
        Gen.Select(Gen.OneOf(AnyText, Page.CodeOf((CodeSystem)system)), Gen.OneOf("", " ", "\u00A0", "\u0085", "\v")).Sample((code, space) =>
        {
            var text = space + code;
            var chars = (CodeKey.TryPack((CodeSystem)system, text, out var key), key);
            var bytes = (CodeKey.TryPack((CodeSystem)system, Encoding.UTF8.GetBytes(text), out key), key);
            return chars == bytes;
        }, iter: Cases);

    [Theory]
    [InlineData("2５")]
    [InlineData("\u0410S")]
    [InlineData("2\u200B5")]
    [InlineData("2 5")]
    [InlineData("2.5")]
    [InlineData("25\0")]
    [InlineData("\u212AX")]
    [InlineData("ſX")]
    public void TryPack_CharactersThatOnlyLookTheSame_AreNoCode(string text) => Assert.False(CodeKey.TryPack(CodeSystem.Modifier, text, out _));

    [Theory]
    [InlineData("S41.", false)]
    [InlineData("S41..0", false)]
    [InlineData("S4.1011A", false)]
    [InlineData("S41011.A", false)]
    [InlineData(".S41", false)]
    [InlineData("S41", true)]
    [InlineData("S41.0", true)]
    public void TryPack_DotOfADiagnosis_StandsAfterTheThirdCharacterOrNowhere(string text, bool isCode) =>
        Assert.Equal(isCode, CodeKey.TryPack(CodeSystem.Icd10Cm, text, out _));

    private static ulong Key(CodeSystem system, string code) => CodeKey.TryPack(system, code, out var key) ? key : 0;
}
