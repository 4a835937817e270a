using System.Text.Json;
using Grpc.Core;

namespace CodeReference.Hosting;

/// <summary>A response stream that buffers error bodies and passes others through.</summary>
internal sealed class ErrorBufferingStream(HttpResponse response, Stream body) : Stream
{
    private readonly MemoryStream _buffered = new();

    public ReadOnlyMemory<byte> Body => _buffered.GetBuffer().AsMemory(0, (int)_buffered.Length);

    /// <summary>The code of the buffered body when it is a google.rpc.Status with details; null otherwise.</summary>
    public StatusCode? Status
    {
        get
        {
            if (_buffered.Length == 0 || response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is not true)
            {
                return null;
            }

            using var json = JsonDocument.Parse(Body);
            return json.RootElement.TryGetProperty("details", out var details) && details.GetArrayLength() > 0
                ? (StatusCode)json.RootElement.GetProperty("code").GetInt32() : null;
        }
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private Stream Target => response.StatusCode < StatusCodes.Status400BadRequest ? body : _buffered;

    public override void Flush() => Target.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => Target.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => Target.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Target.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Target.WriteAsync(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
