using CodeReference.Data;
using CodeReference.Hosting.FastPath;
using CsCheck;
using Google.Protobuf;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

/// <summary>
/// What is answered from bytes is, byte for byte, what Google.Protobuf makes of the same request and its answer. What is
/// left to it is no part of these tests, but how much is: likely requests are all answered from bytes.
/// </summary>
public sealed class EncodedAnswersTests
{
    private const int Requests = 100_000;

    private static readonly RequestHandler Plain = new(Book.Instance);
    private static readonly EncodedLookups Lookups = new(Book.Instance, Plain);
    private static readonly EncodedValidations Validations = new(Book.Instance, Plain);

    private delegate EncodedResponse? AnswerBytes(ReadOnlySpan<byte> request);

    [Fact]
    public void ValidateModifiers_AnyBytes_AsGoogleProtobuf() =>
        AssertSame(WireGen.BytesOf(WireGen.Line), Validations.ValidateModifiers, Wire.ValidateModifiersRequest.Parser, Plain.ValidateModifiers, Requests);

    [Fact]
    public void BatchValidateModifiers_AnyBytes_AsGoogleProtobuf() =>
        AssertSame(WireGen.BatchOf(WireGen.BytesOf(WireGen.Line)), Validations.BatchValidateModifiers, Wire.BatchValidateModifiersRequest.Parser, Plain.BatchValidateModifiers, Requests / 5);

    [Fact]
    public void LookupCode_AnyBytes_AsGoogleProtobuf() =>
        AssertSame(WireGen.BytesOf(WireGen.Lookup), Lookups.LookupCode, Wire.LookupCodeRequest.Parser, Plain.LookupCode, Requests);

    [Fact]
    public void BatchLookupCodes_AnyBytes_AsGoogleProtobuf() =>
        AssertSame(WireGen.BatchOf(WireGen.BytesOf(WireGen.Lookup)), Lookups.BatchLookupCodes, Wire.BatchLookupCodesRequest.Parser, Plain.BatchLookupCodes, Requests / 5);

    [Fact]
    public void GetPublication_AnyBytes_AsGoogleProtobuf() =>
        AssertSame(WireGen.BytesOf(WireGen.Publication), Lookups.GetPublication, Wire.GetPublicationRequest.Parser, Plain.GetPublication, Requests);

    [Theory]
    [InlineData("""{"procedureCode":"14020"}""")]
    [InlineData("""{"procedureCode":" 14020 ","modifiers":["lt","59"],"payer":"Medicare","view":"VIEW_BASIC"}""")]
    [InlineData("""{"procedureCode":"99999","modifiers":["ZZ","50","26"]}""")]
    [InlineData("""{"procedureCode":"14020","modifiers":["50"],"payer":"Nobody","placeOfService":"24","claimType":"CLAIM_TYPE_PROFESSIONAL","taxonomyCode":"208200000x","diagnosisCodes":["s51811a","T14.8"],"serviceDate":{"year":2026,"month":2,"day":28},"units":300}""")]
    public void ValidateModifiers_LikelyLine_IsAnsweredFromBytes(string line) =>
        Assert.NotNull(Validations.ValidateModifiers(JsonParser.Default.Parse<Wire.ValidateModifiersRequest>(line).ToByteArray()));

    [Theory]
    [InlineData("""{"procedureCode":"14020","view":"VIEW_FULL"}""")]
    [InlineData("""{"procedureCode":"14020","modifiers":["é"]}""")]
    [InlineData("""{"procedureCode":"14020","serviceDate":{}}""")]
    [InlineData("""{"procedureCode":"14020","edition":"0000000000000000"}""")]
    [InlineData("{}")]
    public void ValidateModifiers_UnusualOrWrongLine_IsLeftToMessages(string line) =>
        Assert.Null(Validations.ValidateModifiers(JsonParser.Default.Parse<Wire.ValidateModifiersRequest>(line).ToByteArray()));

    [Theory]
    [InlineData("""{"code":"14020"}""")]
    [InlineData("""{"code":" s51.811a ","view":"VIEW_FULL"}""")]
    [InlineData("""{"code":"24","system":"CODE_SYSTEM_PLACE_OF_SERVICE","view":"VIEW_BASIC"}""")]
    public void LookupCode_LikelyLookup_IsAnsweredFromBytes(string lookup) =>
        Assert.NotNull(Lookups.LookupCode(JsonParser.Default.Parse<Wire.LookupCodeRequest>(lookup).ToByteArray()));

    [Fact]
    public void BatchValidateModifiers_OneBadLineAmongGood_LeavesTheOthersToBytes()
    {
        var batch = new Wire.BatchValidateModifiersRequest { Lines = { new Wire.ValidateModifiersRequest { ProcedureCode = "14020" }, new Wire.ValidateModifiersRequest(), new Wire.ValidateModifiersRequest { ProcedureCode = "99213" } } };
        var reply = Validations.BatchValidateModifiers(batch.ToByteArray());
        var results = Wire.BatchValidateModifiersResponse.Parser.ParseFrom(reply!.ToArray()).Results;
        Assert.Equal(["Response", "Error", "Response"], results.Select(result => $"{result.ResultCase}"));
    }

    private static void AssertSame<TRequest>(Gen<byte[]> requests, AnswerBytes answer, MessageParser<TRequest> parser, Func<TRequest, IMessage> plain, int count)
        where TRequest : IMessage<TRequest>
    {
        var answered = 0;
        requests.Sample(
            request =>
            {
                if (answer(request) is { } reply)
                {
                    Interlocked.Increment(ref answered);
                    Assert.Equal(Answer(request, parser, plain), reply.ToArray());
                }
            },
            iter: count);
        // Of many lookups the code is not known.
        Assert.InRange(answered, count / 10, count);
    }

    private static byte[] Answer<TRequest>(byte[] request, MessageParser<TRequest> parser, Func<TRequest, IMessage> plain)
        where TRequest : IMessage<TRequest>
    {
        try
        {
            return plain(parser.ParseFrom(request)).ToByteArray();
        }
        catch (RpcException error)
        {
            throw new InvalidOperationException($"Answered from bytes, and not from a message: {error.Status}");
        }
    }
}
