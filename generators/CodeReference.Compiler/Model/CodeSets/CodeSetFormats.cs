using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>The official files that are known.</summary>
internal static class CodeSetFormats
{
    private const int LinesToKnowOneBy = 20;
    private const int CaptionsToNameOneBy = 4;

    /// <summary>Those of delimited cells, known by their headers.</summary>
    public static readonly DelimitedFormat[] Delimited =
    [
        TaxonomyFormat.Delimited, HcpcsModifierFormat.Delimited, FeeScheduleFormat.Delimited, NcciEditFormat.Delimited,
        UnlikelyEditFormat.Delimited, PlaceOfServiceFormat.Delimited,
    ];

    /// <summary>Those of fixed columns, known by the shape of their lines.</summary>
    public static readonly FixedFormat[] Fixed = [DiagnosisFormat.Fixed, HcpcsModifierFormat.Fixed, FeeScheduleFormat.Fixed];

    /// <summary>All of them, each in a few words.</summary>
    public static IEnumerable<string> Descriptions =>
        Delimited.Select(format => format.Name + " with columns " + string.Join(", ", format.Columns.Take(CaptionsToNameOneBy).Select(column => column.Captions[0])))
            .Concat(Fixed.Select(format => format.Name + " in fixed columns"));

    /// <summary>The fixed format of a text, by the first of its lines that has the shape of one; null when none has.</summary>
    public static FixedFormat? TryFindFixed(string text) =>
        TextLine.Of(text).Take(LinesToKnowOneBy)
            .Select(line => Array.Find(Fixed, format => format.HasShape(line)))
            .FirstOrDefault(format => format is not null);
}
