using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeReference.Compiler.Model;

/// <summary>
/// A size as a sentence states it: "10 cm2 or less", "10.1 sq cm to 30.0 sq cm", "greater than 10 cm2 to 30 cm2". These are
/// the ranges of codes, as publications write them; the sizes of wounds in a narrative, with their sums and their parts,
/// are read by the library's <c>SizeReader</c>.
/// </summary>
/// <param name="Start">Where the phrase starts in its text.</param>
/// <param name="Text">The phrase.</param>
/// <param name="Kind">What it states.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Above">Thousandths; a range begins above this size, and a point is it.</param>
/// <param name="UpTo">Thousandths, included; null for an open end.</param>
internal sealed record SizePhrase(int Start, string Text, SizePhraseKind Kind, SizeUnit Unit = SizeUnit.None, uint Above = 0, uint? UpTo = null)
{
    // Ranges are published to one decimal: what begins at 10.1 begins above 10.0.
    private const uint PublishedStep = 100;

    private const string Number = @"[0-9]+(?:[.,][0-9]+)*";
    private const string Square = @"(?:sq(?:uare|\.)?\s*)";
    private const string AnyUnit = Square + @"?(?:centimet(?:er|re)s?|cms?|millimet(?:er|re)s?|mm|inch(?:es)?|in(?=[23²³]))(?:\s?\^?[23²³])?(?![A-Za-z0-9])";
    private const string Over = @"greater\s+than|more\s+than|larger\s+than|longer\s+than|over|above|exceeding|exceeds|>(?!\s*=)";
    private const string AtLeast = @"at\s+least|not\s+less\s+than|no\s+less\s+than|from|between|≥|>\s*=";
    private const string Under = @"(?:no|not)\s+(?:more|greater|larger)\s+than|not\s+exceeding|not\s+over|at\s+most|up\s+to|less\s+than|smaller\s+than|under|below|within|≤|<\s*=?";
    private const string Additional = @"each\s+additional|each\s+add(?:itiona)?l?\.?|every\s+additional|per\s+additional";
    private const string To = @"(?:,?\s*(?:and|but)\s+)?(?:up\s+to\s+and\s+including|up\s+to|to|through|and|(?:no|not)\s+(?:more|greater|larger)\s+than|-|–|—|≤)";
    private const string OrLess = @"(?:or|and)\s+(?:less|smaller|under|below|fewer)|maximum|max\b";
    private const string OrMore = @"(?:or|and)\s+(?:more|greater|larger|over|above)|minimum|min\b";

    private static readonly Regex Phrase = new(
        $@"(?<![A-Za-z0-9.,])(?:(?:(?<additional>{Additional})|(?<under>{Under})|(?<over>{Over})|(?<least>{AtLeast}))\s*)?"
        + $@"(?<low>{Number})(?:\s*x\s*(?<by>{Number}))?(?:[\s-]*(?<lowUnit>{AnyUnit}))?(?:\s*{To}\s*(?<high>{Number})[\s-]*(?<highUnit>{AnyUnit}))?"
        + $@"(?:,?\s*\(?(?:(?<less>{OrLess})|(?<more>{OrMore})))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The sizes of a text, in its order.</summary>
    public static IReadOnlyList<SizePhrase> In(string text)
    {
        // A page without a digit has no size, and most texts have none.
        if (!text.Any(c => c is >= '0' and <= '9'))
        {
            return [];
        }

        var sizes = new List<SizePhrase>();
        for (var match = Phrase.Match(text); match.Success; match = match.NextMatch())
        {
            // "4 x 2 cm" is the two sides of a wound, and no size of a code.
            if ((match.Groups["lowUnit"].Success || match.Groups["highUnit"].Success) && !match.Groups["by"].Success)
            {
                sizes.Add(Of(match));
            }
        }

        return sizes;
    }

    /// <summary>Whether every size of this phrase is above one size and at most another.</summary>
    public bool IsWithin(uint above, uint? upTo)
    {
        // "10 to 30" of what begins above 10 is the same range, less exactly said.
        var begins = Kind == SizePhraseKind.Point ? Above > above : Above >= above;
        return begins && (upTo is null || (UpTo is { } end && end <= upTo));
    }

    private static SizePhrase Of(Match match)
    {
        var unreadable = new SizePhrase(match.Index, match.Value.Trim(), SizePhraseKind.Unreadable);
        var unit = UnitOf(match.Groups["lowUnit"].Success ? match.Groups["lowUnit"].Value : match.Groups["highUnit"].Value);
        if (unit == SizeUnit.None || !TryNumber(match.Groups["low"].Value, out var low))
        {
            return unreadable;
        }

        if (match.Groups["high"].Success)
        {
            return UnitOf(match.Groups["highUnit"].Value) == unit && TryNumber(match.Groups["high"].Value, out var high) && low < high && !Has("additional") && !Has("under")
                ? unreadable with { Kind = SizePhraseKind.Range, Unit = unit, Above = Has("over") ? low : WithoutStep(low), UpTo = high }
                : unreadable;
        }

        return unreadable with
        {
            Kind = Has("additional") ? SizePhraseKind.EachAdditional
                : Has("under") || Has("less") || Has("over") || Has("more") || Has("least") ? SizePhraseKind.Range
                : SizePhraseKind.Point,
            Unit = unit,
            Above = Has("additional") || Has("under") || Has("less") ? 0 : Has("over") ? low : Has("more") || Has("least") ? WithoutStep(low) : low,
            UpTo = Has("over") || Has("more") || Has("least") ? null : low,
        };

        bool Has(string group) => match.Groups[group].Success;
    }

    // 10.1 is the first size above 10.0; a bound in whole numbers is the bound itself.
    private static uint WithoutStep(uint bound) => bound % 1000 != 0 && bound >= PublishedStep ? bound - PublishedStep : bound;

    private static bool TryNumber(string text, out uint thousandths)
    {
        thousandths = 0;
        return text.IndexOf(',') < 0
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            && CellValues.TryThousandths(text, out thousandths);
    }

    private static SizeUnit UnitOf(string text)
    {
        var unit = text.ToLowerInvariant();
        var isArea = unit.StartsWith("sq", StringComparison.Ordinal) || unit.EndsWith("2", StringComparison.Ordinal) || unit.EndsWith("²", StringComparison.Ordinal);
        var isCentimeter = unit.Contains("centimet") || unit.Contains("cm");
        return !isCentimeter || unit.EndsWith("3", StringComparison.Ordinal) || unit.EndsWith("³", StringComparison.Ordinal) ? SizeUnit.None
            : isArea ? SizeUnit.SquareCentimeter
            : SizeUnit.Centimeter;
    }
}

/// <summary>What a size states.</summary>
internal enum SizePhraseKind
{
    /// <summary>Sizes from one to another, or beyond one.</summary>
    Range,

    /// <summary>One size.</summary>
    Point,

    /// <summary>The step of an add-on: "each additional 5 cm".</summary>
    EachAdditional,

    /// <summary>A number and a unit that the compiler cannot read as a size.</summary>
    Unreadable,
}
