namespace CodeReference.Client;

/// <summary>Citations, findings and advisories: what answers of every kind carry.</summary>
internal static class FindingWire
{
    public static Wire.Citation ToMessage(Citation citation) => new()
    {
        File = citation.File,
        Table = citation.Table,
        RowKey = citation.RowKey,
        Line = citation.Line,
        Column = citation.Column,
        Quote = citation.Quote,
    };

    public static Citation FromMessage(Wire.Citation? citation) => new()
    {
        File = citation?.File ?? "",
        Table = citation?.Table ?? "",
        RowKey = citation?.RowKey ?? "",
        Line = citation?.Line ?? 0,
        Column = citation?.Column ?? 0,
        Quote = citation?.Quote ?? "",
    };

    public static Wire.Citation? ToMessageOrNull(Citation? citation) => citation is null ? null : ToMessage(citation);

    public static Citation? FromMessageOrNull(Wire.Citation? citation) => citation is null ? null : FromMessage(citation);

    public static Wire.Finding ToMessage(Finding finding) => new()
    {
        Rule = finding.Rule,
        Severity = (Wire.Severity)finding.Severity,
        Message = finding.Message,
        ModifierPositions = { finding.ModifierPositions },
        Fix = finding.Fix,
        Source = finding.Source,
        Citations = { finding.Citations.Select(ToMessage) },
    };

    public static Finding FromMessage(Wire.Finding finding) => new()
    {
        Rule = finding.Rule,
        Severity = (Severity)finding.Severity,
        Message = finding.Message,
        ModifierPositions = finding.ModifierPositions,
        Fix = finding.Fix,
        Source = finding.Source,
        Citations = WireValues.List(finding.Citations, FromMessage),
    };

    public static Wire.Advisory ToMessage(Advisory advisory) => new()
    {
        DiagnosticId = advisory.Id,
        Severity = (Wire.Severity)advisory.Severity,
        Message = advisory.Message,
        Published = advisory.Published,
        Official = advisory.Official,
        Source = advisory.Source,
        Citation = ToMessage(advisory.Citation),
    };

    public static Advisory FromMessage(Wire.Advisory advisory) => new()
    {
        Id = advisory.DiagnosticId,
        Severity = (Severity)advisory.Severity,
        Message = advisory.Message,
        Published = advisory.Published,
        Official = advisory.Official,
        Source = advisory.Source,
        Citation = FromMessage(advisory.Citation),
    };
}
