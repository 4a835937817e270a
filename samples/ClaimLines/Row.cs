using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CodeReference;

namespace ClaimLines;

/// <summary>Reads rows into claim lines, without allocating: codes from their UTF-8, modifiers into a buffer of its own.</summary>
/// <param name="columns">Which column holds what.</param>
/// <param name="payers">Finds payers.</param>
internal sealed class Row(Columns columns, PayerCache payers)
{
    private readonly ModifierCode[] _modifiers = new ModifierCode[ModifierRules.MaxModifiers];

    // What is wrong with the row that was read last.
    private Column _badColumn;
    private int _badStart;
    private int _badLength;
    private string _expected = "";

    /// <summary>Reads a row.</summary>
    /// <param name="text">Fields with commas between them. One in quotes may hold commas, and no quotes.</param>
    /// <param name="line">The claim line; its modifiers are those of this row until the next is read.</param>
    /// <returns>False when the row is bad; <see cref="Describe"/> says why.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, out ClaimLine line)
    {
        line = default;
        ProcedureCode procedure = default;
        Payer payer = default;
        PlaceOfServiceCode place = default;
        DateOnly? date = null;
        var (modifiers, units) = (0, 0);
        var start = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (start > text.Length)
            {
                return Fail(0, text.Length, columns[0], "as many fields as the header has");
            }

            var (from, length) = Field(text, ref start);
            if (length < 0)
            {
                return Fail(from, text.Length - from, columns[i], "a quote and a comma at its end");
            }

            var field = text.Slice(from, length);
            var isGood = columns[i] switch
            {
                Column.Procedure => ProcedureCode.TryParse(field, out procedure) || Fail(from, length, columns[i], "a code of five characters"),
                Column.Modifiers => TryReadModifiers(field, out modifiers) || Fail(from, length, columns[i], "at most 20 codes with spaces between them"),
                Column.Payer => payers.TryFind(field, out payer),
                Column.PlaceOfService => field.IsEmpty || PlaceOfServiceCode.TryParse(field, out place) || Fail(from, length, columns[i], "a code of two digits"),
                Column.Units => field.IsEmpty || (TryReadNumber(field, out units) && units is > 0 and < 1000) || Fail(from, length, columns[i], "a number from 1 to 999"),
                _ => field.IsEmpty || TryReadDate(field, out date) || Fail(from, length, columns[i], "a date, 2026-01-31"),
            };
            if (!isGood)
            {
                return false;
            }
        }

        if (start <= text.Length)
        {
            return Fail(0, text.Length, columns[0], "no more fields than the header has");
        }

        line = new() { Procedure = procedure, Modifiers = _modifiers.AsSpan(0, modifiers), Payer = payer, PlaceOfService = place, Units = units, ServiceDate = date };
        return true;
    }

    /// <summary>What is wrong with the row that was read last: the value found, and what was expected.</summary>
    public string Describe(ReadOnlySpan<byte> text)
    {
        var found = Encoding.UTF8.GetString(text.Slice(_badStart, Math.Min(_badLength, 40)));
        var what = _badLength == text.Length ? "the row" : Columns.NameOf(_badColumn);
        return string.Create(CultureInfo.InvariantCulture, $"{what} is \"{found}\"; expected {_expected}.");
    }

    // Where a field is; a length of -1 when it has no end. The next begins behind it.
    private static (int From, int Length) Field(ReadOnlySpan<byte> text, ref int start)
    {
        var from = start;
        if (from < text.Length && text[from] == '"')
        {
            var quoted = text[(from + 1)..].IndexOf((byte)'"');
            start = from + quoted + 3;
            return quoted >= 0 && (start > text.Length || text[start - 1] == ',') ? (from + 1, quoted) : (from, -1);
        }

        var length = text[from..].IndexOf((byte)',');
        length = length < 0 ? text.Length - from : length;
        start = from + length + 1;
        return (from, length);
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> field, out int number) =>
        Utf8Parser.TryParse(field, out number, out var read) && read == field.Length;

    // "2026-01-31"
    private static bool TryReadDate(ReadOnlySpan<byte> field, out DateOnly? date)
    {
        date = null;
        if (field is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _]
            || !TryReadNumber(field[..4], out var year) || !TryReadNumber(field[5..7], out var month) || !TryReadNumber(field[8..], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private bool TryReadModifiers(ReadOnlySpan<byte> field, out int count)
    {
        for (count = 0; !field.IsEmpty && count < _modifiers.Length; count++)
        {
            var end = field.IndexOf((byte)' ');
            // A malformed one is for the rules to speak of: it stands as none in its place.
            _modifiers[count] = ModifierCode.TryParse(end < 0 ? field : field[..end], out var modifier) ? modifier : default;
            field = end < 0 ? default : field[(end + 1)..];
        }

        return field.IsEmpty;
    }

    private bool Fail(int start, int length, Column column, string expected)
    {
        (_badStart, _badLength, _badColumn, _expected) = (start, length, column, expected);
        return false;
    }
}
