using CsCheck;
using Google.Protobuf;
using Date = Google.Type.Date;

namespace CodeReference.Hosting.Tests;

/// <summary>Makes the bytes of requests: likely ones, unlikely ones, and bytes that are no message.</summary>
internal static class WireGen
{
    private static readonly string Edition = Data.Book.Instance.Edition.Id;

    private static readonly Gen<string> Procedure = Gen.Frequency(
        (20, Gen.OneOf("14020", "14021", "99213", "14301", "27447", "13131", " 14020 ", "15260", "g0105", "00100", "0213t")),
        (1, Gen.OneOf("", "1402", "é", "14020x", "\u00a014020")));

    private static readonly Gen<string> Modifier = Gen.Frequency(
        (200, Gen.OneOf("LT", "RT", "50", "59", "xs", "26", "TC", "51", "24", "25", "22", "52", "53", "58", "76", "78", "79", "80", "AS", "E1", "FA", "TA", " lt ", "GD", "KX", "ZZ", "00")),
        (1, Gen.OneOf("", "1", "é1", "\u0000\u0000", "LTT")));

    private static readonly Gen<string> Payer = Gen.Frequency(
        (6, Gen.Const("")),
        (10, Gen.OneOf("Medicare", "medicare ", "Aetna", "BCBS", "Blue Cross of Idaho", "UnitedHealthcare", "Nobody", "Cigna")),
        (1, Gen.OneOf("Médicare", "\u2003", new string('x', 200))));

    private static readonly Gen<string> Diagnosis = Gen.Frequency(
        (50, Gen.OneOf("S51.811A", "s51812a", "T14.8", "C44.319", "L90.5", "Z98.89", "M17.11")), (1, Gen.OneOf("", "51", "É11")));

    private static readonly Gen<string> Pin = Gen.Frequency((20, Gen.Const("")), (4, Gen.Const(Edition)), (1, Gen.Const("0000000000000000")));

    private static readonly Gen<Date?> Day = Gen.Frequency(
        (6, Gen.Const(() => (Date?)null)),
        (6, Gen.Select(Gen.Int[2019, 2027], Gen.Int[1, 12], Gen.Int[1, 28]).Select((year, month, day) => (Date?)new() { Year = year, Month = month, Day = day })),
        (1, Gen.Select(Gen.Int[-1, 10_000], Gen.Int[-1, 13], Gen.Int[-1, 32]).Select((year, month, day) => (Date?)new() { Year = year, Month = month, Day = day })));

    private static readonly Gen<Wire.View> View = Gen.Frequency((20, Gen.OneOf(Wire.View.Unspecified, Wire.View.Basic)), (3, Gen.Const(Wire.View.Full)), (1, Gen.OneOf((Wire.View)3, (Wire.View)(-1))));

    private static readonly Gen<(string Place, Wire.ClaimType Claim, string Taxonomy, int Units)> Rest = Gen.Select(
        Gen.Frequency((8, Gen.Const("")), (8, Gen.OneOf("11", "24", "22", " 21 ", "99")), (1, Gen.OneOf("1", "é", " "))),
        Gen.Frequency((16, Gen.OneOf(Enum.GetValues<Wire.ClaimType>())), (1, Gen.OneOf((Wire.ClaimType)9, (Wire.ClaimType)(-1)))),
        Gen.Frequency((12, Gen.Const("")), (8, Gen.OneOf("208200000X", "363a00000x", "207Q00000X")), (1, Gen.OneOf("2082", "É"))),
        Gen.Frequency((12, Gen.Const(0)), (8, Gen.Int[1, 9]), (1, Gen.Int)));

    /// <summary>A claim line.</summary>
    public static Gen<IMessage> Line { get; } = Gen.Select(
        Procedure,
        Gen.Frequency((60, Modifier.Array[0, 4]), (1, Modifier.Array[18, 22])),
        Payer,
        View,
        Pin,
        Gen.Frequency((60, Diagnosis.Array[0, 4]), (1, Diagnosis.Array[23, 26])),
        Day,
        Rest).Select(IMessage (procedure, modifiers, payer, view, pin, diagnoses, day, rest) => new Wire.ValidateModifiersRequest
        {
            ProcedureCode = procedure,
            Modifiers = { modifiers },
            Payer = payer,
            View = view,
            Edition = pin,
            DiagnosisCodes = { diagnoses },
            ServiceDate = day,
            PlaceOfService = rest.Place,
            ClaimType = rest.Claim,
            TaxonomyCode = rest.Taxonomy,
            Units = rest.Units,
        });

    /// <summary>A lookup.</summary>
    public static Gen<IMessage> Lookup { get; } = Gen.Select(
        Gen.Frequency((12, Gen.OneOf(Enum.GetValues<Wire.CodeSystem>())), (1, Gen.OneOf((Wire.CodeSystem)6, (Wire.CodeSystem)(-1)))),
        Gen.OneOf(Procedure, Modifier, Diagnosis, Gen.OneOf("24", "11", "208200000X", "t148", "99998")),
        View,
        Pin).Select(IMessage (system, code, view, pin) => new Wire.LookupCodeRequest { System = system, Code = code, View = view, Edition = pin });

    /// <summary>A question for a publication.</summary>
    public static Gen<IMessage> Publication { get; } = Gen.Select(Procedure, View, Pin)
        .Select(IMessage (procedure, view, pin) => new Wire.GetPublicationRequest { ProcedureCode = procedure, View = view, Edition = pin });

    /// <summary>Bytes that say the same as a message, or nearly, or nothing: fields in another order, several times, unknown, cut and damaged.</summary>
    public static Gen<byte[]> BytesOf(Gen<IMessage> message) => Altered(message.Select(made => made.ToByteArray()));

    /// <summary>The bytes of a batch, whose items may be no messages.</summary>
    public static Gen<byte[]> BatchOf(Gen<byte[]> items) => Altered(Gen.Select(Gen.Frequency((100, items.Array[0, 12]), (1, items.Array[1001, 1002])), Pin)
        .Select((lines, pin) => (byte[])[.. lines.SelectMany(line => Field(1, line)), .. pin.Length == 0 ? [] : Field(2, ByteString.CopyFromUtf8(pin).ToByteArray())]));

    private static Gen<byte[]> Altered(Gen<byte[]> bytes) => Gen.Frequency(
        (12, bytes),
        (2, Gen.Select(bytes, Gen.Int).Select((whole, seed) => Rearrange(whole, seed, isDoubled: false))),
        (2, Gen.Select(bytes, Gen.Int).Select((whole, seed) => Rearrange(whole, seed, isDoubled: true))),
        (2, Gen.Select(bytes, Unknown, Gen.Int[0, 1]).Select((whole, unknown, place) => (byte[])(place == 0 ? [.. unknown, .. whole] : [.. whole, .. unknown]))),
        (1, Gen.Select(bytes, Gen.Int[0, 400]).Select((whole, length) => whole[..Math.Min(length, whole.Length)])),
        (1, Gen.Select(bytes, Gen.Int[0, 400], Gen.Byte).Select((whole, place, value) =>
        {
            if (whole.Length > 0)
            {
                whole[place % whole.Length] = value;
            }

            return whole;
        })),
        (1, Gen.Byte.Array[0, 40]));

    // A field that no request has, of each wire type; a number in more bytes than it needs; a group.
    private static readonly Gen<byte[]> Unknown = Gen.OneOf<byte[]>(
        [0x78, 0x01], [0x7A, 0x01, 0x00], [0x79, 1, 2, 3, 4, 5, 6, 7, 8], [0x7D, 1, 2, 3, 4], [0x80, 0x02, 0x05], [0x7B, 0x7C], [0x7B, 0x08, 0x01, 0x7C],
        [0x20, 0x81, 0x00], [0x20, 0x81, 0x80, 0x80, 0x80, 0x00], [0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x8A, 0x00, 0x01, 0x35],
        [0x0A, 0x81, 0x00, 0x35], [0x08, 0x05], [0x0D, 1, 2, 3, 4], [0x00], [0x07], [0x52, 0x02, 0x08, 0x01], [0x52, 0x00], [0x12, 0x02, 0xC3, 0xA9], [0x3A, 0x01, 0x01]);

    private static byte[] Field(int number, byte[] value)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
        }

        return stream.ToArray();
    }

    private static byte[] Rearrange(byte[] whole, int seed, bool isDoubled)
    {
        var fields = FieldsOf(whole);
        var random = new Random(seed);
        if (isDoubled && fields.Count > 0)
        {
            fields.Add(fields[random.Next(fields.Count)]);
        }

        var order = fields.ToArray();
        random.Shuffle(order);
        return [.. order.SelectMany(field => field)];
    }

    // Of bytes that are no message, all in one piece.
    private static List<byte[]> FieldsOf(byte[] whole)
    {
        var fields = new List<byte[]>();
        try
        {
            using var input = new CodedInputStream(whole);
            var start = 0;
            while (input.ReadTag() != 0)
            {
                input.SkipLastField();
                fields.Add(whole[start..(int)input.Position]);
                start = (int)input.Position;
            }

            return fields;
        }
        catch (InvalidProtocolBufferException)
        {
            return [whole];
        }
    }
}
