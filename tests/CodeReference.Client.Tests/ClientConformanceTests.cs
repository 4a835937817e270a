using System.Text.Json.Nodes;
using CodeReference.Conformance;
using Google.Protobuf;

namespace CodeReference.Client.Tests;

/// <summary>Asks the questions of the folder <c>conformance</c> through the one interface, each of the ways that it can be asked.</summary>
public sealed class ClientConformanceTests(ClientRunningService service)
{
    private static readonly IReadOnlyList<Question> All = Question.ReadAll(Path.Combine(Repository.Root, "conformance"));

    private static readonly IReadOnlyList<Question> Cases = [.. All.Where(each => each.Rpc == "ValidateModifiers")];

    private static readonly IReadOnlyList<Question> Selections = [.. All.Where(each => each.Rpc == "SelectCode")];

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public void Cases_OfTheFolder_AreAllAsked()
    {
        Assert.Equal(All.Count, Cases.Count + Selections.Count);
        Assert.True(Cases.Count > 500, $"{Cases.Count} claim lines");
        Assert.True(Selections.Count > 200, $"{Selections.Count} selections");
    }

    [Fact]
    public async Task EitherWay_EverySelection_IsAnsweredAsExpectedAndWordForWordTheSame()
    {
        foreach (var each in Selections)
        {
            foreach (var view in Enum.GetValues<View>())
            {
                var local = await service.Local.SelectCodeAsync(SelectionOf(each), view, Patience);
                var remote = await service.Remote.SelectCodeAsync(SelectionOf(each), view, Patience);
                Assert.Equal(AgreementTests.Json(local), AgreementTests.Json(remote));
                Assert.Empty(Comparison.Differences(each.Response, Json(remote)).Select(difference => $"{each}: {difference}"));
            }
        }
    }

    [Fact]
    public Task InProcess_EveryCase_IsAnsweredAsExpected() => AssertAnswersAsync(service.Local);

    [Fact]
    public Task OverGrpc_EveryCase_IsAnsweredAsExpected() => AssertAnswersAsync(service.Remote);

    [Fact]
    public async Task Coalesced_EveryCaseAtOnce_IsAnsweredAsExpected()
    {
        using var client = service.Client(options => options.Coalesce = true);
        var answers = await Task.WhenAll(Cases.Select(each => client.ValidateModifiersAsync(QueryOf(each), View.Full, Patience)));
        AssertAsExpected(answers);
    }

    [Fact]
    public async Task AsABatchAndAsAStream_EveryCase_IsAnsweredAsExpected()
    {
        foreach (var asked in (ICodeReference[])[service.Local, service.Remote])
        {
            AssertAsExpected((await asked.ValidateModifiersAsync([.. Cases.Select(QueryOf)], View.Full, Patience)).Select(each => each.GetAnswer()));
            AssertAsExpected((await asked.ValidateModifiersAsync(Cases.Select(QueryOf).ToAsyncEnumerable(), View.Full, Patience).ToListAsync(Patience)).Select(each => each.GetAnswer()));
        }
    }

    [Fact]
    public async Task EitherWay_EveryCase_HasTheSameAnswerWordForWord()
    {
        foreach (var view in Enum.GetValues<View>())
        {
            ValidationQuery[] lines = [.. Cases.Select(QueryOf)];
            var (local, remote) = (await service.Local.ValidateModifiersAsync(lines, view, Patience), await service.Remote.ValidateModifiersAsync(lines, view, Patience));
            Assert.Equal(local.Select(AgreementTests.Json), remote.Select(AgreementTests.Json));
        }
    }

    private static async Task AssertAnswersAsync(ICodeReference asked)
    {
        var answers = new List<ValidationAnswer>();
        foreach (var each in Cases)
        {
            answers.Add(await asked.ValidateModifiersAsync(QueryOf(each), View.Full, Patience));
        }

        AssertAsExpected(answers);
    }

    private static void AssertAsExpected(IEnumerable<ValidationAnswer> answers) =>
        Assert.Empty(Cases.Zip(answers.ToList()).SelectMany(pair => Comparison.Differences(pair.First.Response, Json(pair.Second)).Select(difference => $"{pair.First}: {difference}")));

    private static ValidationQuery QueryOf(Question each)
    {
        var line = JsonParser.Default.Parse<Wire.ValidateModifiersRequest>(each.Request.ToJsonString());
        return new(line.ProcedureCode, [.. line.Modifiers])
        {
            Payer = line.Payer,
            PlaceOfService = line.PlaceOfService,
            ClaimType = (ClaimType)line.ClaimType,
            TaxonomyCode = line.TaxonomyCode,
            DiagnosisCodes = [.. line.DiagnosisCodes],
            ServiceDate = line.ServiceDate is { } date ? new(date.Year, date.Month, date.Day) : null,
            Units = line.Units,
        };
    }

    private static SelectionQuery SelectionOf(Question each)
    {
        var request = JsonParser.Default.Parse<Wire.SelectCodeRequest>(each.Request.ToJsonString());
        return new()
        {
            Technique = request.Technique,
            AnatomicSite = request.AnatomicSite,
            Size = request.Size?.Value,
            Unit = (SizeUnit)(request.Size?.Unit ?? 0),
            Wounds = [.. request.Wounds.Select(wound => new Wound(wound.Length, wound.Width))],
            Narrative = request.Narrative,
            MaxCandidates = request.MaxCandidates == 0 ? SelectionQuery.DefaultCandidates : request.MaxCandidates,
        };
    }

    private static JsonNode Json(SelectionAnswer answer) => JsonNode.Parse(JsonFormatter.Default.Format(new Wire.SelectCodeResponse
    {
        RecommendedCode = answer.Recommended.ToString(),
        Candidates = { answer.Candidates.Select(Candidate) },
        Needed = { answer.Needed.Select(criterion => (Wire.Criterion)criterion) },
        Ambiguous = { answer.Ambiguous.Select(criterion => (Wire.Criterion)criterion) },
        ResolvedTerms = { answer.ResolvedTerms.Select(term => new Wire.ResolvedTerm { Criterion = (Wire.Criterion)term.Criterion, Term = term.Term, Meanings = { term.Meanings }, Use = (Wire.TermUse)term.Use }) },
        UnresolvedTerms = { answer.UnresolvedTerms },
        Sides = { answer.Sides.Select(side => new Wire.SideMention { Side = (Wire.Side)side.Side, Term = side.Term }) },
        Findings = { answer.Findings.Select(finding => new Wire.Finding { Rule = finding.Rule, Severity = (Wire.Severity)finding.Severity, ModifierPositions = { finding.ModifierPositions } }) },
    }))!;

    private static Wire.Candidate Candidate(CodeReference.Client.Candidate candidate) => new()
    {
        ProcedureCode = candidate.Procedure.ToString(),
        Match = candidate.Match == Match.Full ? Wire.Match.Full : candidate.Match == Match.Partial ? Wire.Match.Partial : Wire.Match.None,
        AddOns = { candidate.AddOns.Select(addOn => new Wire.AddOn { ProcedureCode = addOn.Procedure.ToString(), Units = addOn.Units }) },
    };

    private static JsonNode Json(ValidationAnswer answer) => JsonNode.Parse(JsonFormatter.Default.Format(new Wire.ValidateModifiersResponse
    {
        ProcedureCode = answer.Procedure.ToString(),
        Outcome = (Wire.Outcome)answer.Outcome,
        Modifiers = { answer.Modifiers.Select(modifier => new Wire.ModifierVerdict { Modifier = modifier.Modifier, Verdict = (Wire.Verdict)modifier.Verdict }) },
        Findings = { answer.Findings.Select(finding => new Wire.Finding { Rule = finding.Rule, Severity = (Wire.Severity)finding.Severity, ModifierPositions = { finding.ModifierPositions } }) },
        SuggestedModifiers = { answer.SuggestedModifiers.Select(modifier => modifier.ToString()) },
        UncheckedRules = { answer.UncheckedRules },
    }))!;
}
