using System.Reflection;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model;

public sealed class TableSchemaTests
{
    private static readonly TableSchema[] Published = TableSchema.Of(SourceKind.Publication);

    private static readonly TableSchema[] Others =
        [.. TableSchema.Of(SourceKind.ReferenceTable), .. TableSchema.Of(SourceKind.CodeSet)];

    // The classes of constants that are about a table of a file.
    private static readonly Type[] ColumnClasses =
        [.. typeof(TableSchema).Assembly.GetTypes().Where(type => type.Name.EndsWith("Columns", StringComparison.Ordinal) && TableOf(type) is not null)];

    public static TheoryData<string> OtherTables => [.. Others.Select(schema => schema.Kind.ToString())];

    [Fact]
    public void ColumnClasses_TheirTables_AreAllThatAreNotPublished() =>
        Assert.Equal(Others.Select(schema => schema.Kind).Order(), ColumnClasses.Select(type => TableOf(type)!.Value).Order());

    [Theory]
    [MemberData(nameof(OtherTables))]
    public void Columns_OfATable_AreWhatItsConstantsSay(string table)
    {
        var schema = Assert.Single(Others, schema => schema.Kind.ToString() == table);
        var constants = Assert.Single(ColumnClasses, type => TableOf(type) == schema.Kind);

        Assert.Equal(
            schema.Columns.Select((column, index) => (NameOf(column.Header), index)),
            NumbersOf(constants).OrderBy(constant => constant.Number).Select(constant => (NameOf(constant.Name), constant.Number)));
    }

    [Fact]
    public void Columns_OfPublishedTables_AreACodeADescriptionAndANote() =>
        Assert.All(Published, schema =>
        {
            Assert.Equal(NumbersOf(typeof(PublishedColumns)).Select(constant => constant.Number), Enumerable.Range(0, schema.Columns.Length));
            Assert.NotEqual(CodeSystem.None, schema.Columns[PublishedColumns.Code].System);
        });

    [Fact]
    public void IndexOf_IndicatorOfARule_IsTheSameInFileAndTable() =>
        Assert.Equal(
            Headers(SectionKind.FeeScheduleIndicators, IndicatorColumns.Status, IndicatorColumns.Team),
            Headers(SectionKind.FeeSchedule, IndicatorColumns.Status, IndicatorColumns.Team));

    [Fact]
    public void IndexOf_CellOfAnUnlikelyEdit_IsTheSameInFileAndTable() =>
        Assert.Equal(
            Headers(SectionKind.UnitLimits, UnitLimitColumns.Procedure, UnitLimitColumns.Rationale),
            Headers(SectionKind.UnlikelyEdits, UnitLimitColumns.Procedure, UnitLimitColumns.Rationale));

    [Fact]
    public void DiagnosticColumns_Count_IsThatOfTheColumns() =>
        Assert.Equal(DiagnosticColumns.Count, NumbersOf(typeof(DiagnosticColumns)).Count(constant => constant.Name != nameof(DiagnosticColumns.Count)));

    private static SectionKind? TableOf(Type type) => type.GetField("Table")?.GetRawConstantValue() is int number ? (SectionKind)number : null;

    private static IEnumerable<(string Name, int Number)> NumbersOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.FieldType == typeof(int))
            .Select(field => (field.Name, (int)field.GetRawConstantValue()!));

    private static IEnumerable<string> Headers(SectionKind table, int first, int last) =>
        TableSchema.Of(table).Columns[first..(last + 1)].Select(column => column.Header);

    // "PC/TC" is PcTc.
    private static string NameOf(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
