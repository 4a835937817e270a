using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace CodeReference.Hosting.Tests;

public sealed class StreamTests(RunningService service)
{
    private static readonly Wire.ValidateModifiersRequest Good = new() { ProcedureCode = "14020", Modifiers = { "59", "LT" } };

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_GoodAndBadLines_AnswersEachInOrder()
    {
        using var stream = service.Caller.Stream(Patience);
        Wire.StreamValidateModifiersRequest[] lines =
        [
            new() { LineId = "1", Line = Good },
            new() { LineId = "2", Line = new() { ProcedureCode = "?" } },
            new() { LineId = "3" },
            new() { Line = new() { ProcedureCode = "99213" } },
        ];
        foreach (var line in lines)
        {
            await stream.RequestStream.WriteAsync(line, Patience);
        }

        await stream.RequestStream.CompleteAsync();
        var answers = await stream.ResponseStream.ReadAllAsync(Patience).ToListAsync(Patience);
        Assert.Equal(["1", "2", "3", ""], answers.Select(answer => answer.LineId));
        Assert.Equal(await service.Caller.OverGrpcAsync("ValidateModifiers", Good.ToString()), answers[0].Response);
        Assert.Equal(("FIELD_INVALID", "procedure_code"), ErrorOf(answers[1]));
        Assert.Equal(("FIELD_INVALID", "line"), ErrorOf(answers[2]));
        Assert.Equal(Wire.Outcome.NoData, answers[3].Response.Outcome);
        Assert.Equal(StatusCode.OK, stream.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Stream_BytesThatAreNoMessage_AreAnsweredAndTheStreamGoesOn()
    {
        using var stream = service.Caller.StreamBytes();
        byte[] good = new Wire.StreamValidateModifiersRequest { LineId = "a", Line = Good }.ToByteArray();
        foreach (var bytes in (byte[][])[[0x0A, 0xFF], good, [], [0x0C]])
        {
            await stream.RequestStream.WriteAsync(bytes, Patience);
        }

        await stream.RequestStream.CompleteAsync();
        var answers = await stream.ResponseStream.ReadAllAsync(Patience).Select(Wire.StreamValidateModifiersResponse.Parser.ParseFrom).ToListAsync(Patience);
        Assert.Equal(("MESSAGE_INVALID", ""), ErrorOf(answers[0]));
        Assert.Equal(("a", Wire.Outcome.Accept), (answers[1].LineId, answers[1].Response.Outcome));
        Assert.Equal(("FIELD_INVALID", "line"), ErrorOf(answers[2]));
        Assert.Equal(("MESSAGE_INVALID", ""), ErrorOf(answers[3]));
    }

    [Fact]
    public async Task Stream_CallerWhoAsksOneByOne_IsAnsweredBeforeTheNext()
    {
        using var stream = service.Caller.Stream(Patience);
        for (var i = 0; i < 100; i++)
        {
            await stream.RequestStream.WriteAsync(new() { LineId = $"{i}", Line = Good }, Patience);
            Assert.True(await stream.ResponseStream.MoveNext(Patience));
            Assert.Equal($"{i}", stream.ResponseStream.Current.LineId);
        }
    }

    [Fact]
    public async Task Stream_CallerWhoDoesNotRead_IsNotReadFrom()
    {
        using var stream = service.Caller.Stream(Patience);
        var line = new Wire.StreamValidateModifiersRequest { LineId = new('x', 10_000), Line = Good };
        var sent = 0;
        var isHeldBack = false;
        while (!isHeldBack && sent < 10_000)
        {
            var write = stream.RequestStream.WriteAsync(line, Patience);
            isHeldBack = await Task.WhenAny(write, Task.Delay(TimeSpan.FromSeconds(1), Patience)) != write;
            sent++;
        }

        // 100 MB would have gone through otherwise; once the answers are read, the rest is taken.
        Assert.True(isHeldBack, $"{sent} lines were taken while no answer was read");
        Assert.True(await stream.ResponseStream.MoveNext(Patience));
    }

    [Fact]
    public async Task Stream_Cancelled_LeavesTheServerServing()
    {
        using var cancellationToken = CancellationTokenSource.CreateLinkedTokenSource(Patience);
        using (var stream = service.Caller.Stream(cancellationToken.Token))
        {
            await stream.RequestStream.WriteAsync(new() { Line = Good }, Patience);
            Assert.True(await stream.ResponseStream.MoveNext(Patience));
            await cancellationToken.CancelAsync();
            await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(Patience));
        }

        Assert.NotNull(await service.Caller.OverGrpcAsync("ValidateModifiers", Good.ToString()));
    }

    private static (string Reason, string Field) ErrorOf(Wire.StreamValidateModifiersResponse answer) =>
        (answer.Error.GetDetail<ErrorInfo>()!.Reason, string.Join(' ', answer.Error.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []));
}
