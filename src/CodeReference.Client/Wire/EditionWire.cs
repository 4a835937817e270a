namespace CodeReference.Client;

/// <summary>The edition that answers.</summary>
internal static class EditionWire
{
    public static Wire.GetEditionResponse ToMessage(EditionAnswer edition) => new()
    {
        Edition = new()
        {
            Id = edition.Id,
            Label = edition.Label,
            CompilerVersion = edition.CompilerVersion,
            Publications = edition.Publications,
            Rows = edition.Rows,
            Codes = edition.Codes,
            Diagnostics = edition.Diagnostics,
            CodeSets = { edition.CodeSets.Select(ToMessage) },
        },
    };

    public static EditionAnswer FromMessage(Wire.GetEditionResponse response)
    {
        var edition = response.Edition;
        return new()
        {
            Id = edition.Id,
            Label = edition.Label,
            CompilerVersion = edition.CompilerVersion,
            Publications = edition.Publications,
            Rows = edition.Rows,
            Codes = edition.Codes,
            Diagnostics = edition.Diagnostics,
            CodeSets = WireValues.List(edition.CodeSets, FromMessage),
        };
    }

    private static Wire.CodeSet ToMessage(CodeSet set) => new()
    {
        Name = set.Name,
        Edition = set.Edition,
        Effective = WireValues.ToMessage(set.Effective),
        Until = WireValues.ToMessage(set.Until),
        Rows = set.Rows,
        File = set.File,
    };

    private static CodeSet FromMessage(Wire.CodeSet set) => new()
    {
        Name = set.Name,
        Edition = set.Edition,
        Effective = WireValues.FromMessage(set.Effective),
        Until = WireValues.FromMessage(set.Until),
        Rows = set.Rows,
        File = set.File,
    };
}
