using System.Collections;
using System.Text;

namespace CodeReference.Client;

/// <summary>
/// The answer to a claim line as it came. Procedure, outcome and edition are read at once; most callers of most lines need
/// no more. All else is read when a list of it is, and the bytes of a whole batch live as long as one of its answers.
/// </summary>
internal sealed class EncodedValidationAnswer
{
    private static volatile string _lastEdition = "";

    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _length;
    private ValidationAnswer? _whole;

    private EncodedValidationAnswer(byte[] bytes, int start, int length) => (_bytes, _start, _length) = (bytes, start, length);

    private ValidationAnswer Whole => _whole ??= ValidationWire.FromMessage(Wire.ValidateModifiersResponse.Parser.ParseFrom(_bytes, _start, _length));

    /// <summary>Reads the answer to one line: the bytes of a ValidateModifiersResponse.</summary>
    public static ValidationAnswer Read(byte[] bytes, int start, int length)
    {
        var (procedure, outcome, edition) = (default(ProcedureCode), Outcome.None, "");
        // A list of which nothing came is empty, and needs no reading.
        var present = 0;
        var fields = new FieldReader(bytes.AsSpan(start, length));
        while (fields.MoveNext())
        {
            present |= fields.Number < 32 ? 1 << fields.Number : 0;
            switch (fields.Number)
            {
                case Wire.ValidateModifiersResponse.ProcedureCodeFieldNumber:
                    procedure = ProcedureCode.TryParse(fields.Bytes, out var code) ? code : default;
                    break;
                case Wire.ValidateModifiersResponse.OutcomeFieldNumber:
                    outcome = (Outcome)(int)fields.Value;
                    break;
                case Wire.ValidateModifiersResponse.EditionFieldNumber:
                    edition = EditionOf(fields.Bytes);
                    break;
            }
        }

        var reply = new EncodedValidationAnswer(bytes, start, length);
        return new()
        {
            Procedure = procedure,
            Outcome = outcome,
            Modifiers = PartOf<ModifierVerdict>(Wire.ValidateModifiersResponse.ModifiersFieldNumber, static whole => whole.Modifiers),
            Findings = PartOf<Finding>(Wire.ValidateModifiersResponse.FindingsFieldNumber, static whole => whole.Findings),
            SuggestedModifiers = PartOf<ModifierCode>(Wire.ValidateModifiersResponse.SuggestedModifiersFieldNumber, static whole => whole.SuggestedModifiers),
            UncheckedRules = PartOf<string>(Wire.ValidateModifiersResponse.UncheckedRulesFieldNumber, static whole => whole.UncheckedRules),
            MissingInputs = PartOf<MissingInput>(Wire.ValidateModifiersResponse.MissingInputsFieldNumber, static whole => whole.MissingInputs),
            Edition = edition,
        };

        IReadOnlyList<TItem> PartOf<TItem>(int field, Func<ValidationAnswer, IReadOnlyList<TItem>> part) =>
            (present & (1 << field)) == 0 ? [] : new Part<TItem>(reply, part);
    }

    /// <summary>Reads the answers to many lines: the bytes of a BatchValidateModifiersResponse.</summary>
    public static List<AnswerOrError<ValidationAnswer>> ReadBatch(byte[] bytes, int count)
    {
        var answers = new List<AnswerOrError<ValidationAnswer>>(count);
        var fields = new FieldReader(bytes);
        while (fields.MoveNext())
        {
            if (fields.Number == Wire.BatchValidateModifiersResponse.ResultsFieldNumber)
            {
                answers.Add(ReadResult(bytes, fields.Start, fields.Length));
            }
        }

        return answers.Count == count
            ? answers
            : throw CodeReferenceException.Of(new()
            {
                Reason = TransportErrorReasons.AnswerInvalid,
                Message = $"The service sent {answers.Count} answers; expected {count}, one for each line.",
            });
    }

    private static AnswerOrError<ValidationAnswer> ReadResult(byte[] bytes, int start, int length)
    {
        var fields = new FieldReader(bytes.AsSpan(start, length));
        return !fields.MoveNext() ? new(Failures.Of(new Google.Rpc.Status()))
            : fields.Number == Wire.BatchValidateModifiersResult.ResponseFieldNumber ? new(Read(bytes, start + fields.Start, fields.Length))
            : new(Failures.Of(Google.Rpc.Status.Parser.ParseFrom(bytes, start + fields.Start, fields.Length)));
    }

    // A client hears from few editions: the text is made once for as long as the same one answers.
    internal static string EditionOf(ReadOnlySpan<byte> bytes)
    {
        var last = _lastEdition;
        return Ascii.Equals(bytes, last) ? last : _lastEdition = Encoding.UTF8.GetString(bytes);
    }

    private sealed class Part<TItem>(EncodedValidationAnswer reply, Func<ValidationAnswer, IReadOnlyList<TItem>> part) : IReadOnlyList<TItem>
    {
        public int Count => Items.Count;

        public TItem this[int index] => Items[index];

        private IReadOnlyList<TItem> Items => part(reply.Whole);

        public IEnumerator<TItem> GetEnumerator() => Items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
