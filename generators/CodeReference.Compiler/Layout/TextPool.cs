using System.Text;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Collects texts into shards and gives each its address.</summary>
internal sealed class TextPool
{
    private const int ShardSize = 1 << BookFormat.ShardBits;

    private readonly List<List<string>> _shards = [];
    private int _used = ShardSize;

    public EquatableArray<TextPoolShard> Shards => _shards.Select(texts => new TextPoolShard(texts.ToEquatableArray())).ToEquatableArray();

    /// <summary>Adds the texts of a row, one after another in one shard.</summary>
    /// <returns>The address of the first.</returns>
    public ulong Add(params string[] texts)
    {
        var size = texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        // A row longer than a shard gets a separate one: an address is the start of a row, not its end.
        if (_used + size > ShardSize)
        {
            _shards.Add([]);
            _used = 0;
        }

        var address = ((ulong)(_shards.Count - 1) << BookFormat.ShardBits) | (uint)_used;
        _shards[_shards.Count - 1].AddRange(texts);
        _used += size;
        return address;
    }
}
