using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Reading;

public sealed class WordingTests
{
    [Theory]
    [InlineData("Clinical Context", "Clinical Context", true)]
    [InlineData("CLINICAL context", "Clinical Context", true)]
    [InlineData("Clinical\u00A0\u202F\tContext", "Clinical Context", true)]
    [InlineData("ClinicalContext", "Clinical Context", false)]
    [InlineData("Clinical Context:", "Clinical Context", false)]
    [InlineData("Clinical Contex", "Clinical Context", false)]
    [InlineData("", "Clinical Context", false)]
    [InlineData("the surgeon’s “own”", "the surgeon's \"own\"", true)]
    [InlineData("Clınıcal Context", "Clinical Context", false)]
    [InlineData("Clin\u200Bical Context", "Clinical Context", false)]
    public void IsSame_TextAndWords_SaysWhetherTheyAre(string text, string words, bool expected) => Assert.Equal(expected, Wording.IsSame(text, words));

    [Theory]
    [InlineData("It has benchmarks  for use", 7, 23)]
    [InlineData("benchmarks, benchmarks for use", 12, 27)]
    [InlineData("benchmarks for", -1, -1)]
    [InlineData("bench marks for use", -1, -1)]
    public void Find_Words_IsWhereTheyStandAndEnd(string text, int start, int end) => Assert.Equal((start, end), Wording.Find(text, 0, "benchmarks for "));
}
