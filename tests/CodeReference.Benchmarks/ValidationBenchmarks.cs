using BenchmarkDotNet.Attributes;
using CodeReference.Data;

namespace CodeReference.Benchmarks;

/// <summary>Validating a line of 14020: from typed codes, and from the strings of a request. Promised: two modifiers within 150 ns, nothing allocated.</summary>
public class ValidationBenchmarks
{
    private const int RandomLines = 10_000;
    private const string FiveFindings = "24 26 TC 50, Medicare";

    private readonly ReferenceBook _book = Book.Instance;
    private PlainModifierRules _plain = null!;
    private PlainLine _line = null!;
    private ProcedureCode _procedure;
    private ModifierCode[] _modifiers = [];
    private Payer _payer;
    private PlaceOfServiceCode _place;
    private TaxonomyCode _taxonomy;
    private DiagnosisCode[] _diagnoses = [];
    private DateOnly _date;

    /// <summary>None; two listed in order; the same for a payer that the indicators bind; four against which five rules speak.</summary>
    [Params("", "52 LT", "52 LT, Medicare", FiveFindings)]
    public string Line { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _plain = new(_book);
        _line = PlainLine.Parse(Line);
        _procedure = ProcedureCode.Parse(_line.Procedure);
        _modifiers = [.. _line.Modifiers.Select(modifier => ModifierCode.Parse(modifier))];
        _payer = _book.FindPayer(_line.Payer);
        _place = PlaceOfServiceCode.Parse("24");
        _taxonomy = TaxonomyCode.Parse("208200000X");
        _diagnoses = [DiagnosisCode.Parse("S51.812A")];
        _date = new(2026, 11, 24);
        foreach (var line in PlainLine.Random(_plain, RandomLines).Append(_line))
        {
            AnswerCheck.Same(Ours(line), Theirs(line), line.ToString());
        }

        AnswerCheck.Same(_book.ValidateModifiers(_procedure, _modifiers, _payer).GetFindings().Length, Line == FiveFindings ? 5 : 0, "findings of " + Line);
        WarmUp.Run(() => Codes(), () => Whole(), () => Texts(), () => TextsPlain());
    }

    [Benchmark]
    public Outcome Codes() => _book.ValidateModifiers(_procedure, _modifiers, _payer).Outcome;

    /// <summary>The same line with all else known: nothing is unchecked.</summary>
    [Benchmark]
    public Outcome Whole() => _book.ValidateModifiers(new ClaimLine
    {
        Procedure = _procedure,
        Modifiers = _modifiers,
        Payer = _payer,
        ClaimType = ClaimType.Professional,
        PlaceOfService = _place,
        Taxonomy = _taxonomy,
        Diagnoses = _diagnoses,
        ServiceDate = _date,
        Units = 1,
    }).Outcome;

    [Benchmark]
    public Outcome Texts() =>
        ProcedureCode.TryParse(_line.Procedure, out var procedure)
            ? _book.ValidateModifiers(procedure, _line.Modifiers, _book.FindPayer(_line.Payer)).Outcome
            : Outcome.None;

    [Benchmark(Baseline = true)]
    public Outcome TextsPlain() => _plain.Validate(_line.Procedure, _line.Modifiers, _line.Payer).Outcome;

    private string Ours(PlainLine line)
    {
        var procedure = ProcedureCode.TryParse(line.Procedure, out var code) ? code : default;
        var answer = _book.ValidateModifiers(procedure, line.Modifiers, _book.FindPayer(line.Payer));
        return TextOf(answer.Outcome, answer.Verdicts.ToArray(), answer.GetFindings().Select(finding => (finding.Rule, finding.Severity)), answer.UncheckedRules);
    }

    private string Theirs(PlainLine line)
    {
        var answer = _plain.Validate(line.Procedure, line.Modifiers, line.Payer);
        return TextOf(answer.Outcome, answer.Verdicts, answer.Fired.Select(finding => (finding.Rule.Id, finding.Severity)), answer.Unchecked.Select(rule => rule.Id));
    }

    private static string TextOf(Outcome outcome, Verdict[] verdicts, IEnumerable<(string, Severity)> findings, IEnumerable<string> uncheckedRules) =>
        $"{outcome}: {string.Join(' ', verdicts)}; {string.Join(' ', findings)}; {string.Join(' ', uncheckedRules.Distinct().Order(StringComparer.Ordinal))}";
}
