using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CodeReference.Client.Tests;

/// <summary>What comes back in place of an answer, as the contract or something on the way to the service writes it.</summary>
public sealed class FailuresTests
{
    [Fact]
    public void Of_Overloaded_SaysWhenToAskAgain()
    {
        var exception = Failure<OverloadedException>(StatusCode.ResourceExhausted, new ErrorInfo { Reason = "OVERLOADED" }, new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) });
        Assert.Equal(TimeSpan.FromSeconds(2), exception.RetryAfter);
    }

    [Fact]
    public void Of_LimitExceeded_SaysLimitAndActual()
    {
        var exception = Failure<LimitExceededException>(StatusCode.InvalidArgument, new ErrorInfo { Reason = "LIMIT_EXCEEDED", Metadata = { ["limit"] = "20", ["actual"] = "21" } });
        Assert.Equal((20, 21), (exception.Limit, exception.Actual));
    }

    [Fact]
    public void Of_UnknownCode_SaysTheNearest() =>
        Assert.Equal(["14020", "14021"], Failure<CodeNotFoundException>(StatusCode.NotFound, new ErrorInfo { Reason = "CODE_NOT_FOUND", Metadata = { ["nearest"] = "14020,14021" } }).Nearest);

    [Fact]
    public void Of_CredentialsInvalid_HasAType() =>
        Failure<CredentialsInvalidException>(StatusCode.Unauthenticated, new ErrorInfo { Reason = "CREDENTIALS_INVALID" });

    [Fact]
    public void Of_ReasonOfALaterContract_KeepsItsReasonAndMetadata()
    {
        var exception = Failure<CodeReferenceException>(StatusCode.InvalidArgument, new ErrorInfo { Reason = "MOON_FULL", Metadata = { ["phase"] = "4" } });
        Assert.Equal(("MOON_FULL", "4"), (exception.Reason, exception.Metadata["phase"]));
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, "UNAVAILABLE")]
    [InlineData(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED")]
    [InlineData(StatusCode.ResourceExhausted, "RESOURCE_EXHAUSTED")]
    [InlineData(StatusCode.Unauthenticated, "CREDENTIALS_INVALID")]
    [InlineData(StatusCode.Internal, "INTERNAL")]
    public void Of_StatusWithoutDetails_IsNamedByTheStatus(StatusCode code, string reason)
    {
        var rpc = new RpcException(new(code, "said"));
        var exception = Assert.IsAssignableFrom<CodeReferenceException>(Failures.Of(rpc, CancellationToken.None));
        Assert.Equal(reason, exception.Reason);
        Assert.Same(rpc, exception.InnerException);
    }

    [Fact]
    public void Of_DetailsThatCannotBeRead_StillSaysTheStatus()
    {
        var rpc = new RpcException(new(StatusCode.Unavailable, "said"), new Metadata { { "grpc-status-details-bin", [0xFF, 0xFF] } });
        Assert.IsType<ServiceUnavailableException>(Failures.Of(rpc, CancellationToken.None));
    }

    private static TException Failure<TException>(StatusCode code, params IMessage[] details)
        where TException : CodeReferenceException
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = "said" };
        status.Details.AddRange(details.Select(Any.Pack));
        var exception = Failures.Of(new RpcException(new(code, "said"), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } }), CancellationToken.None);
        Assert.Equal("said", exception.Message);
        return Assert.IsType<TException>(exception);
    }
}
