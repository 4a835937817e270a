using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>The places of service of the CMS, as CSV. An unassigned number is not a code and is left out.</summary>
internal static class PlaceOfServiceFormat
{
    public static readonly DelimitedFormat Delimited = new(
        "Places of service",
        CodeSetEdition.OfPlacesOfService,
        [
            new("POS Code", "Place of Service Code(s)", "Place of Service Code"),
            new("Name", "Place of Service Name", "POS Name"),
            new("Facility Type", "Facility") { IsOptional = true },
        ],
        (rows, _) => rows.AddTo(SectionKind.OfficialPlacesOfService, cells =>
            cells[OfficialPlaceColumns.Name].Text.Equals("Unassigned", StringComparison.OrdinalIgnoreCase) ? null : WithFacility(cells)));

    private static Cell[] WithFacility(Cell[] cells)
    {
        var facility = cells[OfficialPlaceColumns.Facility];
        cells[OfficialPlaceColumns.Facility] = facility with { Text = IsFacility(facility.Text) };
        return cells;
    }

    private static string IsFacility(string text) => text.ToUpperInvariant() switch
    {
        "FACILITY" or "F" => YesOrNo.Yes,
        "NON-FACILITY" or "NF" => YesOrNo.No,
        _ => text,
    };
}
