using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

public sealed class PlaceOfServiceFormatTests
{
    [Fact]
    public void Model_Places_AreThoseThatAreAssigned()
    {
        var model = OfficialFile.Model(
            "place_of_service_2024.csv", "pos_code,facility_type,name,description\n11,Non-Facility,Office,x\n21,Facility,Inpatient Hospital,x\n28,Unassigned,Unassigned,Unassigned\n");

        Assert.Empty(model.Diagnostics);
        Assert.Equal(["11|Office|no", "21|Inpatient Hospital|yes"], OfficialFile.Rows(model, SectionKind.OfficialPlacesOfService));
        Assert.Equal([(2, 1, 2), (2, 17, 6), (2, 4, 12)], OfficialFile.Places(model.Rows(SectionKind.OfficialPlacesOfService)[0]));
        Assert.Equal(["Places of service|2024|||2"], OfficialFile.Rows(model, SectionKind.CodeSets));
    }

    [Fact]
    public void Model_KindOfPlaceThatIsNone_IsSaid() => Assert.Equal(
        ["pos_2024.csv(2,4): error CR2007: Place of service row \"11\" has \"Sometimes\" under Facility; expected one of: nothing, yes, no"],
        OfficialFile.Said(OfficialFile.Model("pos_2024.csv", "pos_code,facility_type,name\n11,Sometimes,Office\n")));
}
