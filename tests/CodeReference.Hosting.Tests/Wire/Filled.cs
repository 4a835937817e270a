using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CodeReference.Hosting.Tests;

/// <summary>Makes records of which every property has a value of its own, and writes out what a record holds.</summary>
internal sealed class Filled(int seed)
{
    private int _next = seed;

    public TRecord Of<TRecord>() => (TRecord)Of(typeof(TRecord));

    /// <summary>All that a record holds, down to the last list, as a text to compare.</summary>
    public static string TextOf(object? value)
    {
        switch (value)
        {
            case null:
                return "null";
            case string text:
                return $"\"{text}\"";
            case IEnumerable items:
                return $"[{string.Join(", ", items.Cast<object>().Select(TextOf))}]";
            case Enum or IFormattable:
                return $"{value.GetType().Name} {((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)}";
        }

        var written = new StringBuilder(value.GetType().Name).Append(" { ");
        foreach (var property in PropertiesOf(value.GetType()))
        {
            written.Append(CultureInfo.InvariantCulture, $"{property.Name} = {TextOf(property.GetValue(value))}; ");
        }

        return written.Append('}').ToString();
    }

    private object Of(Type type)
    {
        var number = ++_next;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying);
        }

        if (type.IsEnum)
        {
            object[] values = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Where(value => (int)value != 0)];
            return Enum.ToObject(type, values[number % values.Length]);
        }

        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, 2);
            items.SetValue(Of(item), 0);
            items.SetValue(Of(item), 1);
            return items;
        }

        return type == typeof(string) ? string.Create(CultureInfo.InvariantCulture, $"text {number}")
            : type == typeof(int) ? number
            : type == typeof(double) ? number + 0.5
            : type == typeof(DateOnly) ? DateOnly.FromDayNumber(730_000 + number)
            : type == typeof(ProcedureCode) ? ProcedureCode.Parse(string.Create(CultureInfo.InvariantCulture, $"{10_000 + number}"))
            : type == typeof(ModifierCode) ? ModifierCode.Parse(string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (number % 26))}{number % 10}"))
            : RecordOf(type);
    }

    private object RecordOf(Type type)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in PropertiesOf(type))
        {
            property.SetValue(record, Of(property.PropertyType));
        }

        return record;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);
}
