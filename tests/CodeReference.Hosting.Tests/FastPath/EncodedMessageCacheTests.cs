using CodeReference.Hosting.FastPath;

namespace CodeReference.Hosting.Tests;

public sealed class EncodedMessageCacheTests
{
    private static readonly Wire.Citation Message = new() { File = "12345678" };

    [Fact]
    public void Keep_WhileThereIsRoom_IsFoundAgain()
    {
        var kept = new EncodedMessageCache<int>(capacity: 10);
        Assert.False(kept.TryGet(1, out _));
        var bytes = kept.Keep(1, Message);
        Assert.True(kept.TryGet(1, out var found));
        Assert.Same(bytes, found);
    }

    [Fact]
    public void Keep_WithoutRoom_IsEncodedAndForgotten()
    {
        var kept = new EncodedMessageCache<int>(capacity: 15);
        kept.Keep(1, Message);
        Assert.Equal(10, kept.Keep(2, Message).Length);
        Assert.False(kept.TryGet(2, out _));
    }

    [Fact]
    public void Keep_TheSameTwice_TakesRoomOnce()
    {
        var kept = new EncodedMessageCache<int>(capacity: 20);
        kept.Keep(1, Message);
        kept.Keep(1, Message);
        kept.Keep(2, Message);
        Assert.True(kept.TryGet(2, out _));
    }
}
