using CsCheck;

namespace CodeReference.Tests;

/// <summary>Makes claim lines, likely and unlikely ones.</summary>
internal static class LineGen
{
    /// <summary>Lines of every kind: known and unknown codes, modifiers that rules speak of, any part known or not.</summary>
    public static Gen<QuestionedLine> Of(ModifierRulesOracle oracle)
    {
        var digits = Gen.Char['0', '9'].Array[5].Select(text => new string(text));
        var lettered = Gen.Select(Gen.Char['0', '9'].Array[4], Gen.Char["FTUMAGVW"], Gen.Bool, (text, letter, first) => first ? letter + new string(text) : new string(text) + letter);
        var procedure = Gen.Frequency(
            (4, Gen.OneOf(oracle.Procedures.ToArray())),
            (3, Gen.Const("14020")),
            (2, Gen.OneOf("99213", "92014", "00300", "45378", "70450", "80053", "0042T", "99100", "99499", "99201", "69990", "69991", "9999U", "G0105", "")),
            (2, digits),
            (1, lettered));
        var modifier = Gen.Frequency(
            (8, Gen.OneOf<string?>([.. oracle.ModifiersOfRules])),
            (3, Gen.OneOf<string?>("59", "LT", "RT", "50", "XS", "26", "51")),
            (3, Gen.OneOf<string?>([.. oracle.Registry])),
            (1, Gen.OneOf<string?>("9", "", null, " lt ", "ZZ", "zz", "x s", "LTT", "\u0410\u0410", "xs")),
            (1, Gen.Char["0123456789abcABCXYZ"].Array[2].Select(text => (string?)new string(text))));
        var payer = Gen.Frequency(
            (3, Gen.Const("")),
            (4, Gen.OneOf([.. oracle.Payers])),
            (1, Gen.OneOf("Acme", " MEDICARE ", "blue  cross", "-", " ")));
        var context = Gen.Select(
            Gen.OneOf("", "", "professional", "ASC", "hospital outpatient"),
            Gen.OneOf("", "", "11", "24", "22", "98"),
            Gen.OneOf("", "", "208200000X", "363A00000X", "363LF0000X", "364SA2100X", "213E00000X"),
            Gen.OneOf([.. oracle.Diagnoses, "Z99.9", "S51.811A", "S51.812A"]).Array[0, 3],
            Gen.OneOf("", "", "2005-06-30", "2018-03-31", "2018-04-01", "2024-12-31", "2025-01-01", "2026-07-01"),
            Gen.Frequency((3, Gen.Int[0, 2]), (1, Gen.Int[3, 10])));
        return Gen.Select(procedure, modifier.Array[0, 6], payer, context, (code, modifiers, name, rest) => new QuestionedLine(code, modifiers)
        {
            Payer = name,
            ClaimType = rest.Item1,
            PlaceOfService = rest.Item2,
            Taxonomy = rest.Item3,
            Diagnoses = rest.Item4,
            ServiceDate = rest.Item5,
            Units = rest.Item6,
        });
    }
}
