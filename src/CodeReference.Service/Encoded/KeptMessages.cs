using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;

namespace CodeReference.Service.Encoded;

/// <summary>Encoded messages that depend on nothing but the book, which never changes: encoded when first asked for, and kept while there is room.</summary>
/// <param name="capacity">How many bytes of messages are kept; what comes when they are full is encoded each time.</param>
internal sealed class KeptMessages<TKey>(long capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, byte[]> _messages = new();
    private long _room = capacity;

    /// <summary>Finds a message that has been kept.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out byte[]? message) => _messages.TryGetValue(key, out message);

    /// <summary>Encodes a message, and keeps it.</summary>
    public byte[] Keep(TKey key, IMessage message)
    {
        var bytes = message.ToByteArray();
        if (Interlocked.Add(ref _room, -bytes.Length) < 0 || !_messages.TryAdd(key, bytes))
        {
            Interlocked.Add(ref _room, bytes.Length);
        }

        return bytes;
    }
}
