using Google.Protobuf;

namespace CodeReference.Hosting.Tests;

public sealed class ViewTests(RunningService service)
{
    private const string Book = "GetPublication";

    /// <summary>The fields that their comments give to VIEW_FULL only.</summary>
    private static readonly HashSet<string> Texts =
    [
        "summary", "overview", "service_type", "clinical_context", "description", "when_to_use", "specialty", "notes",
        "clinical_relevance", "relationship", "note", "fix", "published", "official", "source", "quote", "missing_inputs",
    ];

    [Theory]
    [InlineData(Book, """{"procedureCode":"14020"}""", "summary overview service_type clinical_context description when_to_use specialty notes clinical_relevance relationship published official source quote")]
    [InlineData("ListDiagnostics", """{"pageSize":23}""", "published official source quote")]
    [InlineData("LookupCode", """{"code":"LT"}""", "description note quote")]
    [InlineData("LookupCode", """{"code":"S41.011A"}""", "description note published official source quote")]
    [InlineData("SelectCode", """{"technique":"adjacent tissue transfer","anatomicSite":"eyelid","size":{"value":12,"unit":"UNIT_SQUARE_CENTIMETER"}}""", "source quote")]
    [InlineData("SelectCode", """{"size":{"value":12,"unit":"UNIT_SQUARE_CENTIMETER"},"maxCandidates":50}""", "description relationship published official source quote")]
    [InlineData("SelectCode", """{"narrative":"Rotation flap of the left wrist, 8 cm2. No drain."}""", "description source fix quote")]
    [InlineData("ValidateModifiers", """{"procedureCode":"14020","modifiers":["50","LT","26","9","ZZ"],"payer":"Medicare"}""", "description when_to_use fix source quote missing_inputs")]
    public async Task View_Full_IsBasicAndTheTexts(string rpc, string request, string texts)
    {
        var basic = await service.Caller.OverGrpcAsync(rpc, request);
        var full = await service.Caller.OverGrpcAsync(rpc, $$"""{{request[..^1]}},"view":"VIEW_FULL"}""");
        Assert.Empty(TextsIn(basic));
        Assert.Subset(TextsIn(full), texts.Split(' ').ToHashSet());
        Assert.Equal(basic, WithoutTexts(full));
    }

    [Fact]
    public async Task View_Unspecified_IsBasic() =>
        Assert.Equal(
            await service.Caller.OverGrpcAsync(Book, """{"procedureCode":"14020"}"""),
            await service.Caller.OverGrpcAsync(Book, """{"procedureCode":"14020","view":"VIEW_BASIC"}"""));

    private static HashSet<string> TextsIn(IMessage message) =>
    [
        .. message.Descriptor.Fields.InFieldNumberOrder().Where(field => Texts.Contains(field.Name) && IsSet(field.Accessor.GetValue(message))).Select(field => field.Name),
        .. PartsOf(message).SelectMany(TextsIn),
    ];

    private static IMessage WithoutTexts(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder().Where(field => Texts.Contains(field.Name)))
        {
            field.Accessor.Clear(message);
        }

        foreach (var part in PartsOf(message))
        {
            WithoutTexts(part);
        }

        return message;
    }

    private static IEnumerable<IMessage> PartsOf(IMessage message) =>
        message.Descriptor.Fields.InFieldNumberOrder().SelectMany(field => field.Accessor.GetValue(message) switch
        {
            IMessage part => [part],
            IEnumerable<IMessage> parts => parts,
            _ => [],
        });

    private static bool IsSet(object value) => value switch
    {
        string text => text.Length > 0,
        System.Collections.ICollection items => items.Count > 0,
        _ => false,
    };
}
