using System.Numerics;
using System.Text;
using CodeReference.Client;
using Google.Protobuf;
using Google.Type;

namespace CodeReference.Hosting.FastPath;

/// <summary>
/// Validates claim lines from the bytes of the request to the bytes of the answer. What is not plain – the full view, a
/// text that is not ASCII – and all that is wrong is left to <see cref="RequestHandler"/>: no error is made here.
/// </summary>
internal sealed class EncodedValidations(ReferenceBook book, RequestHandler handler, Metrics? metrics = null)
{
    /// <summary>How many bytes are kept of what answers say of modifiers, some hundred each.</summary>
    private const long Room = 16 << 20;

    private const int LineLength = 320;
    private const int MaxPayerLength = 128;

    private static readonly BatchFields Batch = new(
        Wire.BatchValidateModifiersRequest.LinesFieldNumber,
        Wire.BatchValidateModifiersRequest.EditionFieldNumber,
        Wire.BatchValidateModifiersResponse.ResultsFieldNumber,
        Wire.BatchValidateModifiersResult.ResponseFieldNumber,
        Wire.BatchValidateModifiersResponse.EditionFieldNumber);

    private readonly EncodedMessageCache<int> _rows = new(Room);
    private readonly EncodedMessageCache<int> _citations = new(Room);
    private readonly EncodedMessageCache<RuleIdSet> _unchecked = new(Room);
    private readonly byte[] _edition = Encoding.ASCII.GetBytes(book.Edition.Id);

    /// <summary>Answers a request.</summary>
    /// <returns>Null when it is for <see cref="RequestHandler"/>.</returns>
    public EncodedResponse? ValidateModifiers(ReadOnlySpan<byte> request)
    {
        var tally = default(ValidationTally);
        var writer = new MessageWriter(LineLength);
        if (!TryAnswer(request, ref writer, ref tally))
        {
            return null;
        }

        metrics?.Validated(tally);
        return writer.ToResponse();
    }

    /// <inheritdoc cref="ValidateModifiers"/>
    public EncodedResponse? BatchValidateModifiers(ReadOnlySpan<byte> request)
    {
        var tally = default(ValidationTally);
        var reply = EncodedBatch.Answer(
            request,
            Batch,
            _edition,
            LineLength,
            (line, ref writer) => TryAnswer(line, ref writer, ref tally),
            line => handler.ValidationResult(Wire.ValidateModifiersRequest.Parser.ParseFrom(line)));
        if (reply is not null)
        {
            metrics?.Validated(tally);
        }

        return reply;
    }

    private bool TryAnswer(ReadOnlySpan<byte> request, ref MessageWriter writer, ref ValidationTally tally)
    {
        Span<ModifierCode> modifiers = stackalloc ModifierCode[ModifierRules.MaxModifiers];
        Span<DiagnosisCode> diagnoses = stackalloc DiagnosisCode[ValidationQuery.MaxDiagnoses];
        if (!TryRead(request, modifiers, diagnoses, out var line))
        {
            return false;
        }

        var validation = book.ValidateModifiers(line);
        Write(validation, ref writer);
        tally.Add(validation);
        return true;
    }

    private bool TryRead(ReadOnlySpan<byte> request, Span<ModifierCode> modifiers, Span<DiagnosisCode> diagnoses, out ClaimLine line)
    {
        var reader = new MessageReader(request);
        ReadOnlySpan<byte> procedureCode = default, payer = default, edition = default, placeOfService = default, taxonomyCode = default;
        var (view, claimType, units, modifierCount, diagnosisCount, hasDate) = (0, 0, 0, 0, 0, false);
        var serviceDate = default(DateOnly);
        while (reader.TryReadField())
        {
            switch (reader.Field)
            {
                case Wire.ValidateModifiersRequest.ProcedureCodeFieldNumber: procedureCode = reader.ReadText(); break;
                case Wire.ValidateModifiersRequest.PayerFieldNumber: payer = reader.ReadText(); break;
                case Wire.ValidateModifiersRequest.ViewFieldNumber: view = reader.ReadNumber(); break;
                case Wire.ValidateModifiersRequest.EditionFieldNumber: edition = reader.ReadText(); break;
                case Wire.ValidateModifiersRequest.PlaceOfServiceFieldNumber: placeOfService = reader.ReadText(); break;
                case Wire.ValidateModifiersRequest.ClaimTypeFieldNumber: claimType = reader.ReadNumber(); break;
                case Wire.ValidateModifiersRequest.TaxonomyCodeFieldNumber: taxonomyCode = reader.ReadText(); break;
                case Wire.ValidateModifiersRequest.UnitsFieldNumber: units = reader.ReadNumber(); break;
                case Wire.ValidateModifiersRequest.ModifiersFieldNumber:
                    var modifier = reader.ReadText();
                    if (modifierCount == modifiers.Length || !ModifierCode.TryParse(modifier, out modifiers[modifierCount++]))
                    {
                        reader.Refuse();
                    }

                    break;
                case Wire.ValidateModifiersRequest.DiagnosisCodesFieldNumber:
                    var diagnosis = reader.ReadText();
                    if (diagnosisCount == diagnoses.Length || !DiagnosisCode.TryParse(diagnosis, out diagnoses[diagnosisCount++]))
                    {
                        reader.Refuse();
                    }

                    break;
                case Wire.ValidateModifiersRequest.ServiceDateFieldNumber:
                    // A date that comes in several pieces is the sum of them.
                    if (hasDate || !TryReadDate(reader.ReadBytes(), out serviceDate))
                    {
                        reader.Refuse();
                    }

                    hasDate = true;
                    break;
                default: reader.Refuse(); break;
            }
        }

        line = default;
        if (!reader.IsPlain || view > (int)Wire.View.Basic || claimType > (int)ClaimType.HospitalOutpatient || !IsServed(edition)
            || !ProcedureCode.TryParse(procedureCode, out var procedure)
            || !TryReadPlace(placeOfService, out var place)
            || !TryReadTaxonomy(taxonomyCode, out var taxonomy)
            || !TryFindPayer(payer, out var found))
        {
            return false;
        }

        line = new()
        {
            Procedure = procedure,
            Modifiers = modifiers[..modifierCount],
            Payer = found,
            ClaimType = (ClaimType)claimType,
            PlaceOfService = place,
            Taxonomy = taxonomy,
            Diagnoses = diagnoses[..diagnosisCount],
            ServiceDate = hasDate ? serviceDate : null,
            Units = units,
        };
        return true;
    }

    // Everything of the basic view, the last field first.
    private void Write(in ModifierValidation validation, ref MessageWriter writer)
    {
        Span<byte> code = stackalloc byte[8];
        writer.WriteText(Wire.ValidateModifiersResponse.EditionFieldNumber, _edition);
        writer.WriteBytes(UncheckedRules(validation.UncheckedRules));
        var suggested = validation.GetSuggestedModifiers();
        for (var i = suggested.Length - 1; i >= 0; i--)
        {
            suggested[i].TryFormat(code, out var length);
            writer.WriteText(Wire.ValidateModifiersResponse.SuggestedModifiersFieldNumber, code[..length]);
        }

        var fired = validation.Fired;
        while (RuleMask.TryTakeLast(ref fired, out var rule))
        {
            var end = writer.Length;
            Write(new FiredRule(in validation, rule), ref writer);
            writer.WriteHeader(Wire.ValidateModifiersResponse.FindingsFieldNumber, writer.Length - end);
        }

        for (var i = validation.Count - 1; i >= 0; i--)
        {
            var end = writer.Length;
            writer.WriteBytes(CitationOf(validation, i));
            writer.WriteNumber(Wire.ModifierVerdict.VerdictFieldNumber, (int)validation.Verdicts[i]);
            validation.Modifiers[i].TryFormat(code, out var length);
            writer.WriteText(Wire.ModifierVerdict.ModifierFieldNumber, code[..length]);
            writer.WriteHeader(Wire.ValidateModifiersResponse.ModifiersFieldNumber, writer.Length - end);
        }

        writer.WriteNumber(Wire.ValidateModifiersResponse.OutcomeFieldNumber, (int)validation.Outcome);
        validation.Procedure.TryFormat(code, out var procedureLength);
        writer.WriteText(Wire.ValidateModifiersResponse.ProcedureCodeFieldNumber, code[..procedureLength]);
    }

    private void Write(scoped FiredRule finding, ref MessageWriter writer)
    {
        Span<int> rows = stackalloc int[FiredRule.MaxRows];
        for (var i = finding.CopyRows(rows) - 1; i >= 0; i--)
        {
            writer.WriteBytes(CitationOf(finding, rows[i]));
        }

        var end = writer.Length;
        for (var rest = finding.Positions; rest != 0;)
        {
            var last = BitOperations.Log2(rest);
            writer.WriteVarint((uint)last);
            rest ^= 1u << last;
        }

        if (writer.Length > end)
        {
            writer.WriteHeader(Wire.Finding.ModifierPositionsFieldNumber, writer.Length - end);
        }

        var message = new Utf8Writer(stackalloc byte[FiredRule.TextLength]);
        finding.WriteMessage(ref message);
        writer.WriteText(Wire.Finding.MessageFieldNumber, message.Text);
        message.Dispose();
        writer.WriteNumber(Wire.Finding.SeverityFieldNumber, (int)finding.Severity);
        writer.WriteText(Wire.Finding.RuleFieldNumber, finding.Id.Utf8);
    }

    private byte[] CitationOf(scoped FiredRule finding, int row) =>
        _citations.TryGet(row, out var kept) ? kept
        : _citations.Keep(row, new Wire.Finding { Citations = { CitationOf(finding.CitationOf(row)) } });

    /// <summary>The fields of a verdict that come from the modifier's row alone.</summary>
    private byte[] CitationOf(in ModifierValidation validation, int index)
    {
        var row = validation.GetRowNumber(index);
        return row < 0 ? []
            : _rows.TryGet(row, out var kept) ? kept
            : _rows.Keep(row, new Wire.ModifierVerdict { Citation = CitationOf(validation.GetCitation(index)!) });
    }

    private static Wire.Citation CitationOf(Citation citation) => FindingWire.ToMessage(ViewRule.Citation(citation, full: false));

    private byte[] UncheckedRules(RuleIdSet rules) =>
        rules.IsEmpty ? []
        : _unchecked.TryGet(rules, out var kept) ? kept
        : _unchecked.Keep(rules, new Wire.ValidateModifiersResponse { UncheckedRules = { rules } });

    private bool IsServed(ReadOnlySpan<byte> edition) => edition.IsEmpty || edition.SequenceEqual(_edition);

    // Longer names match no payer; the message path tells blank from unknown.
    private bool TryFindPayer(ReadOnlySpan<byte> name, out Payer payer)
    {
        var isShort = name.Length <= MaxPayerLength;
        payer = isShort ? book.FindPayer(name) : default;
        return isShort;
    }

    private static bool TryReadPlace(ReadOnlySpan<byte> code, out PlaceOfServiceCode place) => PlaceOfServiceCode.TryParse(code, out place) || code.IsEmpty;

    private static bool TryReadTaxonomy(ReadOnlySpan<byte> code, out TaxonomyCode taxonomy) => TaxonomyCode.TryParse(code, out taxonomy) || code.IsEmpty;

    private static bool TryReadDate(ReadOnlySpan<byte> message, out DateOnly date)
    {
        var reader = new MessageReader(message);
        var (year, month, day) = (0, 0, 0);
        while (reader.TryReadField())
        {
            switch (reader.Field)
            {
                case Date.YearFieldNumber: year = reader.ReadNumber(); break;
                case Date.MonthFieldNumber: month = reader.ReadNumber(); break;
                case Date.DayFieldNumber: day = reader.ReadNumber(); break;
                default: reader.Refuse(); break;
            }
        }

        var isDay = reader.IsPlain && WireValues.IsDay(year, month, day);
        date = isDay ? new(year, month, day) : default;
        return isDay;
    }
}
