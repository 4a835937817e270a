using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Reads from the official title of a diagnosis which side of the body it is about.</summary>
internal sealed class DiagnosisSides
{
    private readonly List<string> _left;
    private readonly List<string> _right;
    private readonly List<string> _both;
    private readonly List<string> _noSide;

    public DiagnosisSides(RowLayout rows)
    {
        // A meaning is known by the first of its words.
        var sides = rows.Of(SectionKind.MeaningWords)
            .Where(row => row.Row[MeaningWordColumns.Class] == MeaningClass.Laterality)
            .Select(row => CellValues.Terms(row.Row[MeaningWordColumns.Words]))
            .ToList();
        _left = Of("left");
        _right = Of("right");
        _both = Of("bilateral");
        _noSide =
        [
            .. rows.Of(SectionKind.MeaningWords)
                .Where(row => row.Row[MeaningWordColumns.Class] == MeaningClass.NoSide)
                .SelectMany(row => CellValues.Terms(row.Row[MeaningWordColumns.Words]))
                .Select(Tokenizer.Spaced),
        ];

        List<string> Of(string name) =>
            [.. sides.Where(words => words.Length > 0 && words[0] == name).SelectMany(words => words).Select(Tokenizer.Spaced)];
    }

    public ConstantTable Table(CodeLayout codes, CodeFacts diagnoses) =>
        ConstantTable.Of(BookTable.DiagnosisSides, codes.Of(CodeSystem.Icd10Cm).Select(key => ConstantEntry.Of(
            CodeKey.ToText(key),
            (ulong)(diagnoses.TryGet(key) is { } period ? SidesOf(period.Title) : Laterality.Unknown))));

    private Laterality SidesOf(string title)
    {
        var text = Tokenizer.Spaced(title);
        foreach (var phrase in _noSide)
        {
            text = text.Replace(phrase, " ");
        }

        var isBoth = _both.Exists(text.Contains);
        return (isBoth || _left.Exists(text.Contains) ? Laterality.Left : Laterality.None)
            | (isBoth || _right.Exists(text.Contains) ? Laterality.Right : Laterality.None);
    }
}
