using System.Text.Json;

namespace CodeReference.Client.Tests;

/// <summary>What the book answers in this process and what the service answers is the same, word for word, and so are the errors.</summary>
public sealed class AgreementTests(ClientRunningService service)
{
    public static TheoryData<string, Func<ICodeReference, Task<object>>> Wrong => new()
    {
        { "no procedure", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("")) },
        { "misshapen procedure", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("1402")) },
        { "21 modifiers", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020", [.. Enumerable.Repeat("LT", 21)])) },
        { "25 diagnoses", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020") { DiagnosisCodes = [.. Enumerable.Repeat("S51.811A", 25)] }) },
        { "misshapen diagnosis", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020") { DiagnosisCodes = ["S51.811A", "5"] }) },
        { "misshapen place", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020") { PlaceOfService = "office" }) },
        { "misshapen taxonomy", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020") { TaxonomyCode = "208" }) },
        { "no such claim type", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020") { ClaimType = (ClaimType)9 }) },
        { "negative units", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020") { Units = -1 }) },
        { "no such view", async asked => await asked.ValidateModifiersAsync(new ValidationQuery("14020"), (View)2) },
        { "unknown code", async asked => await asked.LookupCodeAsync("14023") },
        { "unknown code like none", async asked => await asked.LookupCodeAsync("XYZ.9Z9Z") },
        { "code of no shape", async asked => await asked.LookupCodeAsync("?") },
        { "code of another system", async asked => await asked.LookupCodeAsync(new CodeQuery("LT", CodeSystem.Cpt)) },
        { "no code", async asked => await asked.LookupCodeAsync(" ") },
        { "no such system", async asked => await asked.LookupCodeAsync(new CodeQuery("LT", (CodeSystem)77)) },
        { "no publication", async asked => await asked.GetPublicationAsync("14021") },
        { "misshapen publication", async asked => await asked.GetPublicationAsync("flap") },
        { "empty search", async asked => await asked.SearchCodesAsync("") },
        { "long search", async asked => await asked.SearchCodesAsync(new('x', 257)) },
        { "search of no system", async asked => await asked.SearchCodesAsync("lac", [CodeSystem.Cpt, CodeSystem.None]) },
        { "negative results", async asked => await asked.SearchCodesAsync("lac", maxResults: -1) },
        { "nothing to select by", async asked => await asked.SelectCodeAsync(new() { Technique = " " }) },
        { "no candidates", async asked => await asked.SelectCodeAsync(new() { Technique = "flap", MaxCandidates = 0 }) },
        { "51 candidates", async asked => await asked.SelectCodeAsync(new() { Technique = "flap", MaxCandidates = 51 }) },
        { "size of no number", async asked => await asked.SelectCodeAsync(new() { Size = double.NaN, Unit = SizeUnit.Centimeter }) },
        { "size without a unit", async asked => await asked.SelectCodeAsync(new() { Size = 3 }) },
        { "size of no unit", async asked => await asked.SelectCodeAsync(new() { Size = 3, Unit = (SizeUnit)7 }) },
        { "size too large", async asked => await asked.SelectCodeAsync(new() { Size = 100_001, Unit = SizeUnit.SquareCentimeter }) },
        { "51 wounds", async asked => await asked.SelectCodeAsync(new() { Wounds = [.. Enumerable.Repeat(new Wound(1), 51)] }) },
        { "wound without length", async asked => await asked.SelectCodeAsync(new() { Wounds = [new(1), new(0, -1)] }) },
        { "wound of negative width", async asked => await asked.SelectCodeAsync(new() { Wounds = [new(100_001, -1)] }) },
        { "wounds too large", async asked => await asked.SelectCodeAsync(new() { Wounds = [new(400, 200), new(400, 200)] }) },
        { "long narrative", async asked => await asked.SelectCodeAsync(new() { Narrative = new('ä', 5000) }) },
        { "too many results", async asked => await asked.SearchCodesAsync("lac", maxResults: 101) },
    };

    public static TheoryData<View> Views => [View.Basic, View.Full];

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Error_OfEitherWay_IsTheSame(string question, Func<ICodeReference, Task<object>> ask)
    {
        var local = await Assert.ThrowsAnyAsync<CodeReferenceException>(() => ask(service.Local));
        var remote = await Assert.ThrowsAnyAsync<CodeReferenceException>(() => ask(service.Remote));
        Assert.NotEmpty(question);
        Assert.Equal(local.GetType(), remote.GetType());
        Assert.Equal((local.Reason, local.Message), (remote.Reason, remote.Message));
        Assert.Equal(local.Violations, remote.Violations);
        Assert.Equal(local.Metadata, remote.Metadata);
    }

    [Fact]
    public async Task Edition_OfEitherWay_IsTheSame() => await AssertSameAsync(async asked => await asked.GetEditionAsync(Patience));

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Lookup_OfEveryCodeOfTheBook_IsTheSame(View view)
    {
        var book = Data.Book.Instance;
        CodeQuery[] queries =
        [
            .. new[] { book.Procedures, book.Modifiers, book.Taxonomies, book.Diagnoses, book.PlacesOfService }
                .SelectMany(table => Enumerable.Range(0, table.Count).Select(i => new CodeQuery(table[i].Code, table.System))),
            "nonsense", "14023",
        ];
        Assert.True(queries.Length > 500, $"{queries.Length} codes");
        var (local, remote) = (await service.Local.LookupCodesAsync(queries, view, Patience), await service.Remote.LookupCodesAsync(queries, view, Patience));
        Assert.Equal(local.Select(Json), remote.Select(Json));
        Assert.Equal(queries.Length - 2, remote.Count(each => each.IsAnswered));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Publication_OfEitherWay_IsTheSame(View view)
    {
        var publications = await service.Remote.ListPublicationsAsync(Patience).ToListAsync(Patience);
        Assert.NotEmpty(publications);
        await AssertSameAsync(async asked => await asked.ListPublicationsAsync(Patience).ToListAsync(Patience));
        foreach (var publication in publications)
        {
            await AssertSameAsync(async asked => await asked.GetPublicationAsync(publication.Procedure.ToString(), view, Patience));
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Diagnostics_OfEitherWay_AreTheSame(View view)
    {
        Assert.NotEmpty(await service.Remote.ListDiagnosticsAsync(view, Patience).ToListAsync(Patience));
        await AssertSameAsync(async asked => await asked.ListDiagnosticsAsync(view, Patience).ToListAsync(Patience));
    }

    [Theory]
    [InlineData("1402")]
    [InlineData("lac should")]
    [InlineData("s41.0")]
    [InlineData("nothing of the kind")]
    public async Task Search_OfEitherWay_IsTheSame(string text)
    {
        await AssertSameAsync(async asked => await asked.SearchCodesAsync(text, cancellationToken: Patience));
        await AssertSameAsync(async asked => await asked.SearchCodesAsync(text, [CodeSystem.Icd10Cm, CodeSystem.Cpt], 3, Patience));
    }

    [Fact]
    public async Task Everything_OfACancelledQuestion_IsCancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        foreach (var asked in (ICodeReference[])[service.Local, service.Remote])
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.GetEditionAsync(cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.ValidateModifiersAsync(new ValidationQuery("14020"), cancellationToken: cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await asked.ListDiagnosticsAsync(cancellationToken: cancelled).ToListAsync(Patience));
        }
    }

    internal static string Json<TAnswer>(AnswerOrError<TAnswer> each)
        where TAnswer : class => each.IsAnswered ? Json(each.Answer) : $"{each.Error.Reason} {Json(each.Error.Violations)} {Json(each.Error.Metadata)}";

    internal static string Json<TAnswer>(TAnswer answer) => JsonSerializer.Serialize(answer);

    private async Task AssertSameAsync<TAnswer>(Func<ICodeReference, Task<TAnswer>> ask) =>
        Assert.Equal(Json(await ask(service.Local)), Json(await ask(service.Remote)));
}
