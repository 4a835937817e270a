using Google.Protobuf;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

public sealed class BatchTests(RunningService service)
{
    private const int Largest = 1000;

    private static readonly string[] Lines =
    [
        """{"procedureCode":"14020","modifiers":["59","lt"],"payer":"Medicare"}""",
        """{"procedureCode":"14020","modifiers":["50","LT"],"view":"VIEW_FULL"}""",
        """{"procedureCode":""}""",
        """{"procedureCode":"99213","modifiers":["25"]}""",
        """{"procedureCode":"14020","units":-3}""",
        """{"procedureCode":"14020","edition":"0123456789abcdef"}""",
        """{"procedureCode":"14020","diagnosisCodes":["S51.811A"],"modifiers":["LT"]}""",
    ];

    private static readonly string[] Lookups =
    [
        """{"code":"lt"}""", """{"code":"?"}""", """{"code":"S41.011A","view":"VIEW_FULL"}""", """{"code":"88888"}""", """{}""",
    ];

    [Fact]
    public async Task BatchValidateModifiers_GoodAndBadLines_AnswersEachAsAlone()
    {
        var batch = (Wire.BatchValidateModifiersResponse)await service.Caller.OverGrpcAsync("BatchValidateModifiers", $$"""{"lines":[{{string.Join(',', Lines)}}]}""");
        Assert.Equal(Lines.Length, batch.Results.Count);
        for (var i = 0; i < Lines.Length; i++)
        {
            var (answer, error) = await AloneAsync("ValidateModifiers", Lines[i]);
            Assert.Equal(answer, batch.Results[i].Response);
            Assert.Equal(error, batch.Results[i].Error);
        }
    }

    [Fact]
    public async Task BatchLookupCodes_GoodAndBadLookups_AnswersEachAsAlone()
    {
        var batch = (Wire.BatchLookupCodesResponse)await service.Caller.OverGrpcAsync("BatchLookupCodes", $$"""{"lookups":[{{string.Join(',', Lookups)}}]}""");
        Assert.Equal(Lookups.Length, batch.Results.Count);
        for (var i = 0; i < Lookups.Length; i++)
        {
            var (answer, error) = await AloneAsync("LookupCode", Lookups[i]);
            Assert.Equal(answer, batch.Results[i].Response);
            Assert.Equal(error, batch.Results[i].Error);
        }
    }

    [Fact]
    public async Task BatchValidateModifiers_ThousandOfTheLargestLines_AreAnswered()
    {
        var modifiers = string.Join(',', Enumerable.Repeat("\"LT\"", 20));
        var diagnoses = string.Join(',', Enumerable.Repeat("\"S51.811A\"", 24));
        var line = $$"""{"procedureCode":"14020","modifiers":[{{modifiers}}],"payer":"Blue Cross Blue Shield of North Dakota","placeOfService":"24","claimType":1,"taxonomyCode":"208200000X","diagnosisCodes":[{{diagnoses}}],"serviceDate":{"year":2026,"month":11,"day":24},"units":1}""";
        var batch = (Wire.BatchValidateModifiersResponse)await service.Caller.OverGrpcAsync("BatchValidateModifiers", $$"""{"lines":[{{string.Join(',', Enumerable.Repeat(line, Largest))}}]}""");
        Assert.Equal(Largest, batch.Results.Count);
        Assert.All(batch.Results, result => Assert.Equal(Wire.Outcome.Reject, result.Response.Outcome));
    }

    [Fact]
    public async Task BatchValidateModifiers_NoLines_HasNoResults()
    {
        var batch = (Wire.BatchValidateModifiersResponse)await service.Caller.OverGrpcAsync("BatchValidateModifiers", "{}");
        Assert.Empty(batch.Results);
        Assert.NotEmpty(batch.Edition);
    }

    private async Task<(IMessage? Answer, Google.Rpc.Status? Error)> AloneAsync(string rpc, string request)
    {
        try
        {
            return (await service.Caller.OverGrpcAsync(rpc, request), null);
        }
        catch (RpcException exception)
        {
            return (null, exception.GetRpcStatus());
        }
    }
}
