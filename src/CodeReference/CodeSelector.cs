using System.Globalization;
using System.Numerics;
using CodeReference.Compiled;
using Format = CodeReference.Compiled.BookFormat;

namespace CodeReference;

/// <summary>
/// Finds the codes that a technique, a site and a size select. Ranges are (end of the one before, own end], so that no
/// size falls between two codes; what cannot be decided is asked for, never guessed.
/// </summary>
internal sealed class CodeSelector
{
    private const int Thousand = 1000;

    // Ranges are published to one decimal: "10 or less" and "10.1 to 30.0".
    private const decimal PublishedStep = 100;

    private static readonly decimal SmallestSize = new(1, 0, 0, isNegative: false, scale: 28);
    private static readonly Criterion[] Criteria = [Criterion.Technique, Criterion.Site, Criterion.Size];

    private readonly BookReader _book;
    private readonly SelectionQuery _query;
    private readonly decimal _size;
    private readonly ulong _techniques;
    private readonly ulong _sites;
    private readonly List<ResolvedTerm> _resolved = [];
    private readonly List<string> _unresolved = [];

    private CodeSelector(BookReader book, SelectionQuery query)
    {
        _book = book;
        _query = query;
        // However small, a size above 0 stays above 0.
        _size = query.Size is { } size ? Math.Max((decimal)size * Thousand, SmallestSize) : 0;
        _techniques = Resolve(query.Technique, TermKind.Technique, Criterion.Technique, book.Tables.Techniques);
        _sites = Resolve(query.AnatomicSite, TermKind.AnatomicSite, Criterion.Site, book.Tables.AnatomicSites);
    }

    public static CodeSelection Select(BookReader book, SelectionQuery query)
    {
        ThrowIfInvalid(query);
        return new CodeSelector(book, query).Select();
    }

    private CodeSelection Select()
    {
        var judged = new List<(int Entry, CriterionOutcome[] Outcomes, Match Match)>();
        for (var entry = 0; entry < _book.Tables.SelectionSites.Length; entry++)
        {
            // An add-on is never reported alone: it stands beside the code that it continues.
            if (Value(entry, Format.Selection.EachAdditional) == 0)
            {
                CriterionOutcome[] outcomes = [JudgeTechnique(entry), JudgeSite(entry), JudgeSize(entry)];
                judged.Add((entry, outcomes, MatchOf(outcomes)));
            }
        }

        var fitting = judged.Where(candidate => candidate.Match != Match.None);
        if (!fitting.Any())
        {
            fitting = judged.Where(candidate => candidate.Outcomes.Count(outcome => outcome == CriterionOutcome.NotMet) == 1);
        }

        var ranked = fitting
            .OrderByDescending(candidate => candidate.Match)
            .ThenByDescending(candidate => candidate.Outcomes.Count(outcome => outcome == CriterionOutcome.Met))
            .ThenBy(candidate => ProcedureOf(candidate.Entry).Key)
            .ToList();
        var full = ranked.Where(candidate => candidate.Match == Match.Full).ToList();
        var needed = Criteria.Where((_, i) => ranked.Exists(candidate => candidate.Match == Match.Partial && candidate.Outcomes[i] == CriterionOutcome.NotGiven));
        return new(
            [.. ranked.Take(_query.MaxCandidates).Select(candidate => CandidateOf(candidate.Entry, candidate.Outcomes, candidate.Match))],
            full.Count == 1 ? ProcedureOf(full[0].Entry) : default,
            _resolved,
            _unresolved,
            full.Count == 1 ? [] : [.. needed],
            DocumentationOf(ranked.Where(candidate => candidate.Match != Match.None).Select(candidate => candidate.Entry)),
            FindingsOf(ranked.Select(candidate => candidate.Entry)));
    }

    private CriterionOutcome JudgeTechnique(int entry)
    {
        var technique = 1ul << (int)Value(entry, Format.Selection.Technique);
        return _techniques == 0 ? CriterionOutcome.NotGiven
            : (_techniques & technique) == 0 ? CriterionOutcome.NotMet
            : _techniques == technique ? CriterionOutcome.Met
            : CriterionOutcome.NotGiven;
    }

    private CriterionOutcome JudgeSite(int entry)
    {
        var group = _book.Tables.SelectionSites[entry];
        // "Any area" is met wherever the site is, said or not.
        return group == ulong.MaxValue ? CriterionOutcome.Met
            : _sites == 0 ? CriterionOutcome.NotGiven
            : (_sites & group) == 0 ? CriterionOutcome.NotMet
            : (_sites & ~group) == 0 ? CriterionOutcome.Met
            : CriterionOutcome.NotGiven;
    }

    private CriterionOutcome JudgeSize(int entry)
    {
        var above = Value(entry, Format.Selection.Above);
        if (above == Format.None)
        {
            return CriterionOutcome.NotStated;
        }

        if (_query.Size is null)
        {
            return CriterionOutcome.NotGiven;
        }

        if (_query.Unit != UnitOf(entry))
        {
            // With the technique known the unit is a slip to be asked about; without it the unit tells the techniques apart.
            return JudgeTechnique(entry) == CriterionOutcome.NotGiven ? CriterionOutcome.NotMet : CriterionOutcome.NotGiven;
        }

        var upTo = Value(entry, Format.Selection.UpTo);
        var isContinued = Value(entry, Format.Selection.AddOn) != Format.None;
        return _size > above && (upTo == Format.None || isContinued || _size <= upTo) ? CriterionOutcome.Met : CriterionOutcome.NotMet;
    }

    private static Match MatchOf(CriterionOutcome[] outcomes) =>
        outcomes.Contains(CriterionOutcome.NotMet) ? Match.None
        : outcomes.Contains(CriterionOutcome.NotGiven) ? Match.Partial
        : Match.Full;

    private Candidate CandidateOf(int entry, CriterionOutcome[] outcomes, Match match)
    {
        var row = (int)Value(entry, Format.Selection.Row);
        var mentions = new CodeEntry(_book, (int)Value(entry, Format.Selection.Slot)).Appearances.GetEnumerator();
        var isMentioned = mentions.MoveNext();
        string[] stated =
        [
            _book.Cell(row, SelectionColumns.Technique).ToString(),
            _book.Cell(row, SelectionColumns.SiteGroup).ToString(),
            SizeOf(row),
        ];
        string[] given = [_query.Technique.Trim(), _query.AnatomicSite.Trim(), GivenSize()];
        return new(
            ProcedureOf(entry),
            match,
            [.. Criteria.Select((criterion, i) => new CriterionResult(criterion, outcomes[i], stated[i], given[i]))],
            outcomes[2] == CriterionOutcome.Met ? AddOnsOf(entry) : [],
            isMentioned ? mentions.Current.Description : default,
            isMentioned ? mentions.Current.Note : default,
            _book.CitationOf(row));
    }

    private AddOn[] AddOnsOf(int entry)
    {
        var addOn = Value(entry, Format.Selection.AddOn);
        if (addOn == Format.None || _size <= Value((int)addOn, Format.Selection.Above))
        {
            return [];
        }

        var beyond = _size - Value((int)addOn, Format.Selection.Above);
        var units = (int)decimal.Ceiling(beyond / Value((int)addOn, Format.Selection.EachAdditional));
        return [new(ProcedureOf((int)addOn), units, _book.CitationOf((int)Value((int)addOn, Format.Selection.Row)))];
    }

    private IReadOnlyList<BookText> DocumentationOf(IEnumerable<int> entries)
    {
        foreach (var entry in entries)
        {
            var place = (int)Value(entry, Format.Selection.Slot) - _book.ProcedureStart;
            var publication = (int)_book.Tables.ProcedurePublications[place] - 1;
            if (publication >= 0)
            {
                return [.. new Publication(_book, publication).DocumentationElements.Select(element => element.Text)];
            }
        }

        return [];
    }

    private List<Finding> FindingsOf(IEnumerable<int> ranked)
    {
        var findings = new List<Finding>();
        if (_query.Size is null)
        {
            return findings;
        }

        foreach (var entry in ranked)
        {
            var above = Value(entry, Format.Selection.Above);
            if (above == Format.None)
            {
                continue;
            }

            if (UnitOf(entry) != _query.Unit && JudgeTechnique(entry) != CriterionOutcome.NotMet)
            {
                Add(RuleKind.SizeUnit, entry);
            }
            else if (JudgeSize(entry) == CriterionOutcome.Met && above > 0 && _size < above + PublishedStep)
            {
                Add(RuleKind.SizeBetweenRanges, entry);
            }
        }

        return findings;

        void Add(RuleKind kind, int entry)
        {
            var rules = _book.RuleMasks[kind];
            while (RuleSet.TryTake(ref rules, out var number))
            {
                var rule = new Rule(_book, number);
                if (!findings.Exists(finding => finding.Rule == rule.Id))
                {
                    var row = (int)Value(entry, Format.Selection.Row);
                    findings.Add(new(rule.Id, rule.Severity, rule.Message, [], rule.Fix, rule.Source, [rule.Citation, _book.CitationOf(row)]));
                }
            }
        }
    }

    private ulong Resolve(string text, TermKind kind, Criterion criterion, ReadOnlySpan<uint> names)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }

        if (!Vocabulary.TryFind(_book, kind, text, out var term))
        {
            _unresolved.Add(text.Trim());
            return 0;
        }

        var meanings = _book.Tables.TermMeanings[term];
        var said = new List<string>(BitOperations.PopCount(meanings));
        for (var bit = 0; bit < names.Length; bit++)
        {
            if ((meanings >> bit & 1) != 0)
            {
                said.Add(_book.TextAt(names[bit]).ToString());
            }
        }

        _resolved.Add(new(criterion, text.Trim(), said, _book.CitationOf(Vocabulary.RowOf(_book, term))));
        return meanings;
    }

    private string SizeOf(int row)
    {
        var unit = _book.Cell(row, SelectionColumns.Unit);
        var above = _book.Cell(row, SelectionColumns.Above);
        var upTo = _book.Cell(row, SelectionColumns.UpTo);
        return unit.IsEmpty ? ""
            : upTo.IsEmpty ? $"above {above} {unit}"
            : $"above {above} up to {upTo} {unit}";
    }

    private string GivenSize() => _query.Size is { } size
        ? string.Create(CultureInfo.InvariantCulture, $"{(decimal)size} {(_query.Unit == SizeUnit.Centimeter ? "cm" : "sq cm")}")
        : "";

    private SizeUnit UnitOf(int entry) => (SizeUnit)Value(entry, Format.Selection.Unit);

    private ProcedureCode ProcedureOf(int entry) => ProcedureCode.FromKey(_book.Tables.Codes[(int)Value(entry, Format.Selection.Slot)]);

    private uint Value(int entry, int field) => _book.Tables.Selection[(entry * Format.Selection.Size) + field];

    private static void ThrowIfInvalid(SelectionQuery query)
    {
        if (query.Size is { } size)
        {
            if (!(size > 0 && size <= SelectionQuery.MaxSize))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The size is {size}; expected a number above 0, up to {SelectionQuery.MaxSize}."), nameof(query));
            }

            if (query.Unit is not (SizeUnit.Centimeter or SizeUnit.SquareCentimeter))
            {
                throw new ArgumentException("The size has no unit; expected centimeters or square centimeters.", nameof(query));
            }
        }
        else if (string.IsNullOrWhiteSpace(query.Technique) && string.IsNullOrWhiteSpace(query.AnatomicSite))
        {
            throw new ArgumentException("Nothing is given; expected a technique, an anatomic site or a size.", nameof(query));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(query.MaxCandidates, 1, nameof(query));
    }
}
