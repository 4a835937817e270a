using System.Reflection;
using CodeReference.Format;

namespace CodeReference.Tests.Format;

public sealed class BookSchemaTests
{
    [Fact]
    public void Tables_Schema_AreInTheOrderOfTheirNumbers() =>
        Assert.Equal(Enum.GetValues<BookTable>(), BookSchema.Tables.ToArray().Select(shape => shape.Table));

    [Fact]
    public void Tables_PropertiesOfBookTables_AreThoseOfTheSchemaWithItsElements()
    {
        var properties = typeof(BookTables).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name is not (nameof(BookTables.Edition) or nameof(BookTables.Text)))
            .Select(property => (property.Name, property.PropertyType));

        var schema = BookSchema.Tables.ToArray().Select(shape => (shape.Table.ToString(), SpanOf(shape.Element)));

        Assert.Equal(schema.Order(ByName), properties.Order(ByName));
    }

    [Fact]
    public void Tables_EntriesOfTheDefaultBook_AreWhole()
    {
        var tables = DefaultBook.Instance.Reader.Tables;
        foreach (var shape in BookSchema.Tables)
        {
            if (shape.Width != BookSchema.WidthOfBook)
            {
                Assert.Equal(0, CountOf(tables, shape) % shape.Width);
            }
        }
    }

    private static readonly Comparer<(string Name, Type)> ByName =
        Comparer<(string Name, Type)>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name));

    private static Type SpanOf(TableElement element) => element switch
    {
        TableElement.Byte => typeof(ReadOnlySpan<byte>),
        TableElement.UShort => typeof(ReadOnlySpan<ushort>),
        TableElement.UInt => typeof(ReadOnlySpan<uint>),
        _ => typeof(ReadOnlySpan<ulong>),
    };

    private static int CountOf(BookTables tables, TableShape shape)
    {
        var getter = typeof(BookTables).GetProperty(shape.Table.ToString())!.GetMethod!;
        return shape.Element switch
        {
            TableElement.Byte => getter.CreateDelegate<Get<byte>>(tables)().Length,
            TableElement.UShort => getter.CreateDelegate<Get<ushort>>(tables)().Length,
            TableElement.UInt => getter.CreateDelegate<Get<uint>>(tables)().Length,
            _ => getter.CreateDelegate<Get<ulong>>(tables)().Length,
        };
    }

    private delegate ReadOnlySpan<T> Get<T>();
}
