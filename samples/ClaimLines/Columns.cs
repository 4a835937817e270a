using System.Text;

namespace ClaimLines;

/// <summary>What a column of the file holds.</summary>
internal enum Column
{
    Procedure,
    Modifiers,
    Payer,
    PlaceOfService,
    Units,
    ServiceDate,
}

/// <summary>Which column holds what: any order, and no more than the procedure is required.</summary>
internal sealed class Columns
{
    private static readonly string[] Names = ["procedure", "modifiers", "payer", "place_of_service", "units", "service_date"];

    private readonly Column[] _columns;

    private Columns(Column[] columns) => _columns = columns;

    /// <summary>The header of a file with all columns.</summary>
    public static string Header => string.Join(',', Names);

    /// <summary>How many fields a row has.</summary>
    public int Count => _columns.Length;

    /// <summary>What a field holds, by its place.</summary>
    public Column this[int field] => _columns[field];

    /// <summary>The name of a column, as the header has it.</summary>
    public static string NameOf(Column column) => Names[(int)column];

    /// <summary>Reads a header.</summary>
    /// <exception cref="InvalidDataException">A column is unknown or stands twice, or the procedure is missing.</exception>
    public static Columns Of(ReadOnlySpan<byte> header)
    {
        var columns = new List<Column>();
        foreach (var name in Encoding.UTF8.GetString(header).Split(','))
        {
            var column = Array.IndexOf(Names, name.Trim().ToLowerInvariant());
            if (column < 0 || columns.Contains((Column)column))
            {
                throw new InvalidDataException($"Row 1: the header has \"{name}\"; expected each of {string.Join(", ", Names)} at most once.");
            }

            columns.Add((Column)column);
        }

        return columns.Contains(Column.Procedure) ? new([.. columns]) : throw new InvalidDataException("Row 1: the header has no \"procedure\".");
    }
}
