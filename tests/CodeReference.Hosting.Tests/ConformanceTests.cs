using System.Text.Json.Nodes;
using CodeReference.Conformance;
using CodeReference.Data;
using Google.Protobuf;

namespace CodeReference.Hosting.Tests;

/// <summary>
/// Asks the questions of the folder <c>conformance</c>, in process, over gRPC, and as a stranger would by address. With
/// UPDATE_CASES=1 what is expected is written anew; read the difference as carefully as code.
/// </summary>
public sealed class ConformanceTests(RunningService service)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "conformance");

    private static readonly IReadOnlyList<Question> Cases = Question.ReadAll(Folder);

    // What is expected of an answer: all that a program acts on, and none of the wording.
    private static readonly string[] Expected = ["outcome", "modifiers", "findings", "suggestedModifiers"];
    private static readonly string[] OfModifiers = ["modifier", "verdict"];
    private static readonly string[] OfCandidates = ["procedureCode", "match", "addOns"];
    private static readonly string[] OfAddOns = ["procedureCode", "units"];
    private static readonly string[] OfTerms = ["criterion", "term", "meanings", "use"];
    private static readonly string[] OfSides = ["side", "term"];
    private static readonly string[] OfFindings = ["rule", "severity", "modifierPositions"];

    [Fact]
    public void Library_EveryCase_IsAnsweredAsExpected()
    {
        var answers = new RequestHandler(Book.Instance);
        var answered = Cases.Select(each => (Case: each, Answer: Answer(answers, each))).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            foreach (var file in answered.GroupBy(each => each.Case.File))
            {
                Question.Write(Folder, file.Key, file.Select(each => each.Case with { Response = Record(each.Case, each.Answer) }));
            }

            return;
        }

        Assert.Empty(answered.SelectMany(each => Comparison.Differences(each.Case.Response, each.Answer).Select(difference => $"{each.Case}: {difference}")));
    }

    [Fact]
    public async Task Grpc_EveryCase_IsAnsweredAsExpected()
    {
        var differences = new List<string>();
        foreach (var each in Cases)
        {
            var answer = ToJson(await service.Caller.OverGrpcAsync(each.Rpc, each.Request.ToJsonString()));
            differences.AddRange(Comparison.Differences(each.Response, answer).Select(difference => $"{each}: {difference}"));
        }

        Assert.Empty(differences);
    }

    [JsonFact]
    public async Task Program_AddressOfTheService_PassesEveryCase()
    {
        var (code, output, _) = await RunAsync(Folder, service.Server.Json.ToString());
        Assert.Equal($"{Cases.Count} passed, 0 failed", output.Trim());
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Program_AddressOfNobody_SaysSo()
    {
        var (code, output, _) = await RunAsync(Folder, Loopback.FreeAddress().ToString());
        Assert.Empty(output);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Program_WithoutAFolder_SaysHowItIsUsed() => Assert.Equal(2, (await RunAsync("no such folder", "http://127.0.0.1")).Code);

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", "")]
    [InlineData("""{"a":[],"b":"","c":0,"d":false,"e":{}}""", "{}", "")]
    [InlineData("""{"a":1}""", "{}", "a: expected 1, found nothing")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "a: expected [1], found [1,2]")]
    [InlineData("""{"a":[{"b":"x"}]}""", """{"a":[{"b":"y"}]}""", "a[0].b: expected \"x\", found \"y\"")]
    [InlineData("""{"a":{"b":1}}""", """{"a":3}""", "a: expected {\"b\":1}, found 3")]
    [InlineData("""{"a":[]}""", """{"a":[1]}""", "a: expected [], found [1]")]
    public void Differences_OfAnAnswer_AreNamed(string expected, string actual, string differences) =>
        Assert.Equal(differences, string.Join("; ", Comparison.Differences(JsonNode.Parse(expected), JsonNode.Parse(actual))));

    /// <summary>Each rule of the default book has questions by which it fires and nearly fires, and without what it asks about.</summary>
    [Fact]
    public void Cases_OfEveryRule_HaveEachOutcome()
    {
        foreach (var (rule, asks) in RulesOfTheTable())
        {
            var cases = Cases.Where(each => each.File == $"validate-modifiers/{rule}.json").ToList();
            Assert.Contains(cases, each => each.Name.StartsWith("fires: ", StringComparison.Ordinal));
            Assert.Contains(cases, each => each.Name.StartsWith("nearly: ", StringComparison.Ordinal));
            Assert.True(!asks || cases.Exists(each => each.Name.StartsWith("lacks: ", StringComparison.Ordinal)), $"{rule} has no question that lacks what it asks about.");
            Assert.All(cases, each => Assert.Equal(each.Name.StartsWith("fires: ", StringComparison.Ordinal), FindsOf(each).Contains(rule)));
            Assert.All(cases.Where(each => each.Name.StartsWith("lacks: ", StringComparison.Ordinal)), each => Assert.Contains(rule, Texts(each.Response["uncheckedRules"])));
        }
    }

    [Theory]
    [InlineData("SIZ-01")]
    [InlineData("SIZ-02")]
    [InlineData("SIZ-03")]
    [InlineData("SIT-01")]
    [InlineData("NAR-01")]
    [InlineData("NAR-02")]
    public void Cases_OfARuleOfSelection_HaveEachOutcome(string rule)
    {
        var cases = Cases.Where(each => each.File == $"select-code/{rule}.json").ToList();
        Assert.Equal(["fires", "lacks", "nearly"], cases.Select(each => each.Name.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cases, each => Assert.Equal(each.Name.StartsWith("fires: ", StringComparison.Ordinal), FindsOf(each).Contains(rule)));
    }

    // The ids of the rules about modifiers, and whether each asks about more than modifiers.
    private static List<(string Rule, bool Asks)> RulesOfTheTable() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "src", "CodeReference.Data", "tables", "modifier-rules.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .GroupBy(cells => cells[1], cells => cells[2] is "not in force" or "too many units" or "payer order" || cells[5] is { Length: > 0 } condition && !condition.StartsWith("more than", StringComparison.Ordinal))
            .Select(rule => (rule.Key, rule.Contains(true))),
    ];

    private static IEnumerable<string> FindsOf(Question each) => each.Response["findings"]?.AsArray().Select(finding => finding!["rule"]!.GetValue<string>()) ?? [];

    private static IEnumerable<string> Texts(JsonNode? list) => list?.AsArray().Select(item => item!.GetValue<string>()) ?? [];

    private static JsonNode Answer(RequestHandler answers, Question each) => ToJson(each.Rpc switch
    {
        "SelectCode" => answers.SelectCode(JsonParser.Default.Parse<Wire.SelectCodeRequest>(each.Request.ToJsonString())),
        "ValidateModifiers" => answers.ValidateModifiers(JsonParser.Default.Parse<Wire.ValidateModifiersRequest>(each.Request.ToJsonString())),
        _ => throw new NotSupportedException($"{each} asks {each.Rpc}."),
    });

    private static JsonObject Record(Question each, JsonNode answer)
    {
        if (each.Rpc == "SelectCode")
        {
            return RecordSelection(answer);
        }

        var response = new JsonObject();
        string[] members = each.Name.StartsWith("lacks: ", StringComparison.Ordinal) ? [.. Expected, "uncheckedRules"] : Expected;
        foreach (var member in members)
        {
            response[member] = member switch
            {
                "modifiers" => Pick(answer[member], OfModifiers),
                "findings" => Pick(answer[member], OfFindings),
                _ => answer[member]?.DeepClone() ?? new JsonArray(),
            };
        }

        return response;
    }

    private static JsonObject RecordSelection(JsonNode answer)
    {
        var candidates = Pick(answer["candidates"], OfCandidates);
        foreach (var candidate in candidates)
        {
            candidate!["addOns"] = Pick(candidate["addOns"], OfAddOns);
        }

        return new()
        {
            ["recommendedCode"] = answer["recommendedCode"]?.DeepClone() ?? "",
            ["candidates"] = candidates,
            ["needed"] = answer["needed"]?.DeepClone() ?? new JsonArray(),
            ["ambiguous"] = answer["ambiguous"]?.DeepClone() ?? new JsonArray(),
            ["resolvedTerms"] = Pick(answer["resolvedTerms"], OfTerms),
            ["unresolvedTerms"] = answer["unresolvedTerms"]?.DeepClone() ?? new JsonArray(),
            ["sides"] = Pick(answer["sides"], OfSides),
            ["findings"] = Pick(answer["findings"], OfFindings),
        };
    }

    private static JsonArray Pick(JsonNode? items, string[] members) =>
    [
        .. items?.AsArray().Select(item => new JsonObject(members.Where(member => item![member] is not null).Select(member => KeyValuePair.Create(member, item![member]?.DeepClone())))) ?? [],
    ];

    private static JsonNode ToJson(IMessage message) => JsonNode.Parse(JsonFormatter.Default.Format(message))!;

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        Run.ToEndAsync(new("dotnet", [typeof(Question).Assembly.Location, .. arguments]));
}
