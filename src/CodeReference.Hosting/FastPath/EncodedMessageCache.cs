using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;

namespace CodeReference.Hosting.FastPath;

/// <summary>A bounded cache of encoded messages that depend on the book alone, which never changes.</summary>
/// <param name="capacity">The most bytes of messages; what comes when they are full is encoded each time.</param>
internal sealed class EncodedMessageCache<TKey>(long capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, byte[]> _messages = new();
    private long _capacity = capacity;

    /// <summary>Finds a message that has been kept.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out byte[]? message) => _messages.TryGetValue(key, out message);

    /// <summary>Encodes a message, and keeps it.</summary>
    public byte[] Keep(TKey key, IMessage message)
    {
        var bytes = message.ToByteArray();
        if (Interlocked.Add(ref _capacity, -bytes.Length) < 0 || !_messages.TryAdd(key, bytes))
        {
            Interlocked.Add(ref _capacity, bytes.Length);
        }

        return bytes;
    }
}
