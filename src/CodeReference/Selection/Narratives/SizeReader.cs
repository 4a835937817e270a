using System.Globalization;
using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// Finds the sizes of a narrative: a number and a unit; a length by a width, whose product is the area; numbers in a list
/// that share a unit. Millimeters are converted exactly. The words beside a size say whose size it is. The ranges of codes
/// that publications state, "10 cm2 or less", the compiler reads by a form of its own.
/// </summary>
internal readonly ref struct SizeReader(BookReader book, NarrativeText text, List<NarrativeMention> mentions)
{
    private const int MillimetersPerCentimeter = 10;
    private const int MostDigits = 20;
    private const int MostShared = 16;

    // How many words may stand between a size and the word that says what it is of, before it and after it.
    private const int RoleBefore = 6;
    private const int RoleAfter = 3;
    private const int MeasureBefore = 3;
    private const int MeasureAfter = 2;

    private readonly BookReader _book = book;
    private readonly NarrativeText _text = text;
    private readonly List<NarrativeMention> _mentions = mentions;

    public void Read()
    {
        for (var word = 0; word < _text.Count;)
        {
            word = _text.IsNumber(word) ? ReadList(word) : word + 1;
        }
    }

    // "2.0 cm, 1.5 cm and 3.5 cm"; "2.0, 1.5 and 3.5 cm", where the last unit is that of all.
    private int ReadList(int list)
    {
        Span<int> shared = stackalloc int[MostShared];
        var (count, word, isAnother) = (0, list, false);
        while (true)
        {
            if (!TryNumber(word, out var number))
            {
                return word + 1;
            }

            if (TryReadSides(word, number, out var after) || TryReadRange(word, out after))
            {
                return after;
            }

            var unit = UnitAt(word + 1, out after);
            if (unit < 0 && (count == MostShared || NextInList(after, out _, out _) < 0))
            {
                return word + 1;
            }

            if (unit < 0)
            {
                shared[count++] = word;
            }
            else
            {
                foreach (var other in shared[..count])
                {
                    TryNumber(other, out var sharing);
                    Add(other, other + 1, unit, sharing, isProduct: false, TermUse.Taken, list);
                }

                count = 0;
                Add(word, after, unit, number, isProduct: false, TermUse.Taken, list, isAnother);
            }

            var next = NextInList(after, out var isJoined, out isAnother);
            if (next < 0)
            {
                return after;
            }

            // A year before a comma is no length: only "and" lets a number share the unit of the next.
            if (count > 0 && !isJoined && UnitAt(next + 1, out _) >= 0)
            {
                return next;
            }

            word = next;
        }
    }

    // "2.5 x 3.2 cm", each side with a unit or without; a third side is the depth.
    private bool TryReadSides(int word, decimal length, out int after)
    {
        var unit = UnitAt(word + 1, out after);
        if (!_text.IsRole(after, NarrativeWord.By) || !TryNumber(after + 1, out var width))
        {
            return false;
        }

        unit = Other(unit, UnitAt(after + 2, out after));
        if (_text.IsRole(after, NarrativeWord.By) && _text.IsNumber(after + 1))
        {
            unit = Other(unit, UnitAt(after + 2, out after));
        }

        if (unit >= 0)
        {
            Add(word, after, unit, length * width, isProduct: true, TermUse.Taken, word);
        }

        return true;

        static int Other(int unit, int other) => unit >= 0 ? unit : other;
    }

    // "2-3 cm", "2 to 3 cm".
    private bool TryReadRange(int word, out int after)
    {
        UnitAt(word + 1, out var to);
        after = to;
        var isRange = _text.MarkAt(to) == (byte)'-' || _text.IsRole(to, NarrativeWord.To);
        var unit = isRange && _text.IsNumber(to + 1) ? UnitAt(to + 2, out after) : -1;
        if (unit < 0)
        {
            return false;
        }

        Add(word, after, unit, 0, isProduct: false, TermUse.NotTheSize, word);
        return true;
    }

    // The next number when the words between only join.
    private int NextInList(int word, out bool isJoined, out bool isAnother)
    {
        word += _text.MarkAt(word) == (byte)',' ? 1 : 0;
        isAnother = _text.IsRole(word, NarrativeWord.Another);
        isJoined = isAnother || _text.IsRole(word, NarrativeWord.And);
        var isNext = isJoined || _text.MarkAt(word - 1) == (byte)',';
        word += isJoined ? _text[word].RoleLength : 0;
        return isNext && _text.IsNumber(word) ? word : -1;
    }

    private void Add(int word, int after, int unit, decimal number, bool isProduct, TermUse use, int list, bool isAnother = false)
    {
        var (value, measure) = Convert(number, (NarrativeWord)Vocabulary.MeaningOf(_book, unit), isProduct);
        if (value > (decimal)SelectionQuery.MaxSize)
        {
            return;
        }

        _mentions.Add(new()
        {
            Criterion = Criterion.Size,
            Term = unit,
            First = word,
            After = after,
            Start = _text[word].Start,
            End = _text[after - 1].End,
            Use = use == TermUse.Taken && IsNotOfAWound(word, after) ? TermUse.NotTheSize : use,
            Value = value,
            Unit = measure,
            Role = RoleOf(word, after),
            List = list,
            NamesWounds = isAnother || IsBeside(NarrativeWord.Wounds, word, after),
        });
    }

    private bool IsNotOfAWound(int word, int after)
    {
        for (var before = word - 1; before >= 0 && before >= word - 3; before--)
        {
            if (_text.IsRole(before, NarrativeWord.Bound) && before + _text[before].RoleLength == word)
            {
                return true;
            }
        }

        return Before(NarrativeWord.OtherMeasure, word, MeasureBefore, isAcrossMarks: false) >= 0
            || After(NarrativeWord.OtherMeasure, after, MeasureAfter) >= 0;
    }

    private bool IsBeside(NarrativeWord role, int word, int after) =>
        Before(role, word, RoleBefore, isAcrossMarks: true) >= 0 || After(role, after, RoleAfter) >= 0;

    private SizeRole RoleOf(int word, int after)
    {
        var (nearest, role) = (int.MaxValue, SizeRole.Plain);
        foreach (var (asked, said) in (ReadOnlySpan<(NarrativeWord, SizeRole)>)
        [
            (NarrativeWord.PrimaryDefect, SizeRole.Primary), (NarrativeWord.SecondaryDefect, SizeRole.Secondary), (NarrativeWord.Total, SizeRole.Total),
        ])
        {
            var before = Before(asked, word, RoleBefore, isAcrossMarks: true);
            // What stands before a size is rather said of it than what stands after.
            var distance = before >= 0 ? before * 2 : After(asked, after, RoleAfter) is >= 0 and var on ? (on * 2) + 1 : int.MaxValue;
            (nearest, role) = distance < nearest ? (distance, said) : (nearest, role);
        }

        return role;
    }

    // How many words before a size a role stands; -1 when it does not, or another size stands between.
    private int Before(NarrativeWord role, int word, int reach, bool isAcrossMarks)
    {
        for (var before = word - 1; before >= 0 && before >= word - 1 - reach; before--)
        {
            if (_text.IsRole(before, role))
            {
                return word - before - 1;
            }

            var mark = _text.MarkAt(before);
            if (_text.IsNumber(before) || mark is (byte)'.' or (byte)';' || (mark is (byte)',' or (byte)':' or (byte)'(' or (byte)')' && !isAcrossMarks))
            {
                return -1;
            }
        }

        return -1;
    }

    private int After(NarrativeWord role, int after, int reach)
    {
        for (var on = after; on < _text.Count && on < after + reach; on++)
        {
            if (_text.IsRole(on, role))
            {
                return on - after;
            }

            if (_text.IsNumber(on) || _text.MarkAt(on) != 0 || _text.IsRole(on, NarrativeWord.And) || _text.IsRole(on, NarrativeWord.Another) || _text.IsRole(on, NarrativeWord.Turn))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The term of the unit at a word, or -1; and the word after it.</summary>
    private int UnitAt(int word, out int after)
    {
        after = word;
        if ((uint)word >= (uint)_text.Count || _text[word].RoleTerm < 0 || _text[word].Role > NarrativeWord.SquareMillimeter)
        {
            return -1;
        }

        after = word + _text[word].RoleLength;
        return _text[word].RoleTerm;
    }

    private bool TryNumber(int word, out decimal number)
    {
        number = 0;
        if (!_text.IsNumber(word) || _text.WordAt(word) is not { Length: <= MostDigits } digits)
        {
            return false;
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && number is > 0 and <= (decimal)SelectionQuery.MaxSize;
    }

    private static (decimal Value, SizeUnit Unit) Convert(decimal number, NarrativeWord unit, bool isProduct) => unit switch
    {
        NarrativeWord.Centimeter => (number, isProduct ? SizeUnit.SquareCentimeter : SizeUnit.Centimeter),
        NarrativeWord.Millimeter when !isProduct => (number / MillimetersPerCentimeter, SizeUnit.Centimeter),
        NarrativeWord.SquareCentimeter => (number, SizeUnit.SquareCentimeter),
        _ => (number / (MillimetersPerCentimeter * MillimetersPerCentimeter), SizeUnit.SquareCentimeter),
    };
}
