using CodeReference.Client;

namespace CodeReference;

/// <summary>A handle that was never set is empty: nothing that it can be asked throws.</summary>
public sealed class DefaultTests
{
    public static TheoryData<Type> Handles => [.. typeof(ReferenceBook).Assembly.GetExportedTypes()
        .Where(type => type is { IsValueType: true, IsEnum: false, IsByRefLike: false, IsNested: false })
        .Select(type => type == typeof(RowList<>) ? typeof(RowList<ModifierRow>) : type == typeof(AnswerOrError<>) ? typeof(AnswerOrError<CodeAnswer>) : type)];

    [Theory]
    [MemberData(nameof(Handles))]
    public void Properties_OfADefaultHandle_CanBeRead(Type handle)
    {
        var value = Activator.CreateInstance(handle)!;
        foreach (var property in handle.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike))
        {
            var read = property.GetValue(value);
            if (read is System.Collections.IEnumerable items and not string)
            {
                Assert.Empty(items);
            }
        }

        _ = value.ToString();
        if (handle.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(handle)))
        {
            Assert.Equal(value, Activator.CreateInstance(handle));
        }
    }

    [Fact]
    public void TryGet_CodeThatTheBookDoesNotKnow_GivesAnEmptyEntry()
    {
        Assert.False(Data.Book.Instance.Modifiers.TryGet("ZZ", out var entry));

        Assert.Equal((0ul, "", true), (entry.Key, entry.Code, entry.Title.IsEmpty));
    }
}
