namespace CodeReference.Benchmarks;

/// <summary>A claim line as a caller sends it.</summary>
internal sealed record PlainLine(string Procedure, string[] Modifiers, string Payer)
{
    private static readonly string[] Oddities = ["9", "", " lt ", "ZZ", "zz", "x s", "LTT", "\u0410\u0410", "xs", "59", "LT", "RT", "50", "51"];
    private static readonly string[] OtherProcedures = ["99213", "92014", "00300", "70450", "80053", "0042T", "99499", "69991", "9999U", "G0105"];

    /// <summary>Reads "59 LT, Medicare": modifiers, then perhaps a payer. The procedure is 14020.</summary>
    public static PlainLine Parse(string text) =>
        new("14020", text.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), text.Contains(',', StringComparison.Ordinal) ? text.Split(", ")[1] : "");

    /// <summary>Lines of all kinds, the same each time: known and unknown procedures, modifiers and payers.</summary>
    public static IEnumerable<PlainLine> Random(PlainModifierRules tables, int count)
    {
        var random = new Random(14020);
        string[] procedures = [.. tables.Procedures, .. OtherProcedures, .. Enumerable.Repeat("14020", tables.Procedures.Count)];
        string[] registry = [.. tables.Registry];
        string[] ofRules = [.. tables.ModifiersOfRules];
        string[] payers = [.. tables.Payers, "Acme", " MEDICARE ", .. Enumerable.Repeat("", tables.Payers.Count)];
        for (var i = 0; i < count; i++)
        {
            var modifiers = new string[random.Next(7)];
            for (var j = 0; j < modifiers.Length; j++)
            {
                var source = random.Next(6) switch { 0 => registry, 1 => Oddities, _ => ofRules };
                modifiers[j] = source[random.Next(source.Length)];
            }

            yield return new(procedures[random.Next(procedures.Length)], modifiers, payers[random.Next(payers.Length)]);
        }
    }

    public override string ToString() => $"{Procedure} {string.Join(' ', Modifiers)}, {Payer}";
}
