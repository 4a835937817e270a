using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;

namespace CodeReference.Hosting.FastPath;

/// <summary>The numbers of the fields of a batch and of its answer.</summary>
internal sealed record BatchFields(int Items, int Edition, int Results, int Response, int ResponseEdition);

/// <summary>Answers a batch item by item; what is not plain or wrong about one is its own.</summary>
internal static class EncodedBatch
{
    /// <summary>Writes the answer to an item, its last field first.</summary>
    /// <returns>False, and nothing is written, when it is for <see cref="RequestHandler"/>.</returns>
    public delegate bool TryWrite(ReadOnlySpan<byte> item, ref MessageWriter writer);

    /// <summary>Answers an item that is not plain.</summary>
    public delegate IMessage AnswerPlainly(ReadOnlySpan<byte> item);

    /// <summary>Answers a batch.</summary>
    /// <param name="request">The bytes of the request.</param>
    /// <param name="fields">The numbers of its fields, and of those of the answer.</param>
    /// <param name="edition">The edition served.</param>
    /// <param name="length">How many bytes a result is expected to have.</param>
    /// <param name="tryWrite">Answers an item.</param>
    /// <param name="answerPlainly">Answers what that does not.</param>
    /// <returns>Null when the whole batch is for <see cref="RequestHandler"/>.</returns>
    public static EncodedResponse? Answer(ReadOnlySpan<byte> request, BatchFields fields, ReadOnlySpan<byte> edition, int length, TryWrite tryWrite, AnswerPlainly answerPlainly)
    {
        Span<Range> items = stackalloc Range[ServerLimits.MaxBatch];
        if (!TryRead(request, fields, edition, items, out var count))
        {
            return null;
        }

        var writer = new MessageWriter(length * (count + 1));
        writer.WriteText(fields.ResponseEdition, edition);
        while (--count >= 0)
        {
            var item = request[items[count]];
            var end = writer.Length;
            if (tryWrite(item, ref writer))
            {
                writer.WriteHeader(fields.Response, writer.Length - end);
            }
            else if (!TryAnswerPlainly(item, answerPlainly, out var result))
            {
                return null;
            }
            else
            {
                writer.WriteMessage(result);
            }

            writer.WriteHeader(fields.Results, writer.Length - end);
        }

        return writer.ToResponse();
    }

    // An item that is no message makes the whole batch none.
    private static bool TryAnswerPlainly(ReadOnlySpan<byte> item, AnswerPlainly answerPlainly, [NotNullWhen(true)] out IMessage? result)
    {
        try
        {
            result = answerPlainly(item);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            result = null;
            return false;
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> request, BatchFields fields, ReadOnlySpan<byte> edition, Span<Range> items, out int count)
    {
        var reader = new MessageReader(request);
        ReadOnlySpan<byte> pinned = default;
        count = 0;
        while (reader.TryReadField())
        {
            if (reader.Field == fields.Items && count < items.Length)
            {
                var item = reader.ReadBytes();
                items[count++] = (reader.Position - item.Length)..reader.Position;
            }
            else if (reader.Field == fields.Edition)
            {
                pinned = reader.ReadText();
            }
            else
            {
                reader.Refuse();
            }
        }

        return reader.IsPlain && (pinned.IsEmpty || pinned.SequenceEqual(edition));
    }
}
