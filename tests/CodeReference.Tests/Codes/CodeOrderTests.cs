namespace CodeReference.Tests;

public sealed class CodeOrderTests
{
    [Fact]
    public void Sort_CodesOfEverySystem_IsTheOrderOfTheirTexts()
    {
        AssertSorted<ProcedureCode>("0001F", "14020", "14021", "G0105");
        AssertSorted<ModifierCode>("25", "59", "A1", "LT");
        AssertSorted<DiagnosisCode>("A00", "A00.0", "S41.011A", "S41.012A");
        AssertSorted<TaxonomyCode>("207L00000X", "207LA0401X", "333600000X");
        AssertSorted<PlaceOfServiceCode>("02", "11", "24");
    }

    [Fact]
    public void CompareTo_NoCode_IsBeforeEveryCode() => Assert.True(default(ProcedureCode).CompareTo(ProcedureCode.Parse("0001F")) < 0);

    private static void AssertSorted<TCode>(params string[] texts)
        where TCode : struct, ISpanParsable<TCode>, IComparable<TCode>
    {
        var codes = texts.Reverse().Select(text => TCode.Parse(text, null)).ToArray();
        Array.Sort(codes);
        Assert.Equal(texts, codes.Select(code => code.ToString()));
    }
}
