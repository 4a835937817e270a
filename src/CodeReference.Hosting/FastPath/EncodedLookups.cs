using System.Text;
using CodeReference.Client;
using Google.Protobuf;

namespace CodeReference.Hosting.FastPath;

/// <summary>
/// Answers lookups from the bytes of the request by bytes that are kept. What is not plain, and all that is wrong, is left
/// to <see cref="RequestHandler"/>: no error is made here.
/// </summary>
internal sealed class EncodedLookups(ReferenceBook book, RequestHandler handler)
{
    /// <summary>How many bytes of each kind of answer are kept: every code of a national book, and some 3,000 publications in full.</summary>
    private const long Room = 64 << 20;

    private const int ResultLength = 512;

    private static readonly BatchFields Batch = new(
        Wire.BatchLookupCodesRequest.LookupsFieldNumber,
        Wire.BatchLookupCodesRequest.EditionFieldNumber,
        Wire.BatchLookupCodesResponse.ResultsFieldNumber,
        Wire.BatchLookupCodesResult.ResponseFieldNumber,
        Wire.BatchLookupCodesResponse.EditionFieldNumber);

    private readonly EncodedMessageCache<(ulong Code, bool IsFull)> _codes = new(Room);
    private readonly EncodedMessageCache<(ProcedureCode Procedure, bool IsFull)> _publications = new(Room);
    private readonly byte[] _edition = Encoding.ASCII.GetBytes(book.Edition.Id);

    /// <summary>Answers a request.</summary>
    /// <returns>Null when it is for <see cref="RequestHandler"/>.</returns>
    public EncodedResponse? LookupCode(ReadOnlySpan<byte> request) => TryLookUp(request, out var answer) ? EncodedResponse.Kept(answer) : null;

    /// <inheritdoc cref="LookupCode"/>
    public EncodedResponse? BatchLookupCodes(ReadOnlySpan<byte> request) => EncodedBatch.Answer(
        request,
        Batch,
        _edition,
        ResultLength,
        (lookup, ref writer) =>
        {
            var isAnswered = TryLookUp(lookup, out var answer);
            writer.WriteBytes(answer);
            return isAnswered;
        },
        lookup => handler.LookupResult(Wire.LookupCodeRequest.Parser.ParseFrom(lookup)));

    /// <inheritdoc cref="LookupCode"/>
    public EncodedResponse? GetPublication(ReadOnlySpan<byte> request)
    {
        var reader = new MessageReader(request);
        ReadOnlySpan<byte> code = default, edition = default;
        var view = 0;
        while (reader.TryReadField())
        {
            switch (reader.Field)
            {
                case Wire.GetPublicationRequest.ProcedureCodeFieldNumber: code = reader.ReadText(); break;
                case Wire.GetPublicationRequest.ViewFieldNumber: view = reader.ReadNumber(); break;
                case Wire.GetPublicationRequest.EditionFieldNumber: edition = reader.ReadText(); break;
                default: reader.Refuse(); break;
            }
        }

        if (!reader.IsPlain || !TryReadView(view, out var isFull) || !IsServed(edition)
            || !ProcedureCode.TryParse(code, out var procedure) || !book.TryGetPublication(procedure, out var publication))
        {
            return null;
        }

        return EncodedResponse.Kept(_publications.TryGet((procedure, isFull), out var kept)
            ? kept
            : _publications.Keep((procedure, isFull), PublicationWire.ToMessage(PublicationAnswer.Of(book, publication, isFull))));
    }

    private bool TryLookUp(ReadOnlySpan<byte> request, out byte[] answer)
    {
        var reader = new MessageReader(request);
        ReadOnlySpan<byte> code = default, edition = default;
        var (system, view) = (0, 0);
        while (reader.TryReadField())
        {
            switch (reader.Field)
            {
                case Wire.LookupCodeRequest.SystemFieldNumber: system = reader.ReadNumber(); break;
                case Wire.LookupCodeRequest.CodeFieldNumber: code = reader.ReadText(); break;
                case Wire.LookupCodeRequest.ViewFieldNumber: view = reader.ReadNumber(); break;
                case Wire.LookupCodeRequest.EditionFieldNumber: edition = reader.ReadText(); break;
                default: reader.Refuse(); break;
            }
        }

        answer = [];
        if (!reader.IsPlain || !TryReadView(view, out var isFull) || !IsServed(edition) || !TryFind(system, code, out var entry))
        {
            return false;
        }

        answer = _codes.TryGet((entry.Key, isFull), out var kept)
            ? kept
            : _codes.Keep((entry.Key, isFull), CodeWire.ToMessage(CodeAnswer.Of(book, entry, isFull)));
        return true;
    }

    private bool TryFind(int system, ReadOnlySpan<byte> code, out CodeEntry entry)
    {
        entry = default;
        if (system > (int)CodeSystem.PlaceOfService)
        {
            return false;
        }

        var (first, last) = system == 0 ? (CodeSystem.Cpt, CodeSystem.PlaceOfService) : ((CodeSystem)system, (CodeSystem)system);
        for (var asked = first; asked <= last; asked++)
        {
            if (book.CodesOf(asked).TryGet(code, out entry))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsServed(ReadOnlySpan<byte> edition) => edition.IsEmpty || edition.SequenceEqual(_edition);

    private static bool TryReadView(int view, out bool isFull)
    {
        isFull = view == (int)Wire.View.Full;
        return view <= (int)Wire.View.Full;
    }
}
