using System.Text;

namespace CodeReference.Tests;

public class CodeTableTests
{
    private static readonly ReferenceBook Book = DefaultBook.Instance;

    /// <summary>Every row of every table of the publication: header of the key, code, line.</summary>
    public static TheoryData<string, string, int> PublishedRows =>
        [.. SourceRow.Read(SourceRow.Publication).Select(row => (row.Header[0], row.Cells[0], row.Line))];

    [Theory]
    [InlineData(CodeSystem.Cpt, "14020", "14020")]
    [InlineData(CodeSystem.Cpt, " 12001 ", "12001")]
    [InlineData(CodeSystem.Modifier, "lt", "LT")]
    [InlineData(CodeSystem.NuccTaxonomy, "207q00000x", "207Q00000X")]
    [InlineData(CodeSystem.Icd10Cm, "s41011a", "S41.011A")]
    [InlineData(CodeSystem.Icd10Cm, "T14.8", "T14.8")]
    [InlineData(CodeSystem.PlaceOfService, "11", "11")]
    public void TryGet_KnownCodeInAnyForm_FindsIt(CodeSystem system, string text, string canonical)
    {
        var table = Book.CodesOf(system);
        Assert.True(table.TryGet(text, out var fromString));
        Assert.True(table.TryGet(text.AsSpan(), out var fromChars));
        Assert.True(table.TryGet(Encoding.UTF8.GetBytes(text), out var fromUtf8));
        Assert.Equal([canonical, canonical, canonical], [fromString.Code, fromChars.Code, fromUtf8.Code]);
        Assert.Equal(system, fromString.System);
    }

    [Theory]
    [InlineData(CodeSystem.Cpt, "99213")]
    [InlineData(CodeSystem.Cpt, "LT")]
    [InlineData(CodeSystem.Modifier, "ZZ")]
    [InlineData(CodeSystem.Modifier, "9")]
    [InlineData(CodeSystem.NuccTaxonomy, "999999999X")]
    [InlineData(CodeSystem.Icd10Cm, "A00.0")]
    [InlineData(CodeSystem.PlaceOfService, "98")]
    [InlineData(CodeSystem.Cpt, "")]
    [InlineData(CodeSystem.Cpt, null)]
    public void TryGet_UnknownCode_Misses(CodeSystem system, string? text)
    {
        Assert.False(Book.CodesOf(system).TryGet(text, out _));
        Assert.False(Book.CodesOf(system).TryGet(Encoding.UTF8.GetBytes(text ?? ""), out _));
    }

    [Theory]
    [MemberData(nameof(PublishedRows))]
    public void Appearances_CodeOfAPublishedRow_HoldThatRow(string header, string code, int line)
    {
        var row = SourceRow.Read(SourceRow.Publication).Single(row => row.Line == line);
        var (table, role) = TableOf(header);
        Assert.True(table.TryGet(code, out var entry));
        var appearance = Assert.Single(entry.Appearances, appearance => appearance.Citation.Line == line);
        Assert.Equal((ProcedureCode.Parse("14020"), role), (appearance.Procedure, appearance.Role));
        Assert.Equal((row.Cells[1], row.Cells[2]), (appearance.Description.ToString(), appearance.Note.ToString()));
        Assert.Equal(string.Join(" | ", row.Cells), appearance.Citation.Quote);
        Assert.Equal((code, "publications/cpt-14020.txt"), (appearance.Citation.RowKey, appearance.Citation.File));
    }

    [Fact]
    public void Appearances_ProcedureOfAPublication_IsItsSubject()
    {
        Book.Procedures.TryGet("14020", out var entry);
        var appearance = Assert.Single(entry.Appearances);
        Assert.Equal((Role.Subject, 2), (appearance.Role, appearance.Citation.Line));
        Assert.Equal("Adjacent Tissue Flap on Arms, Legs, or Scalp (≤10 cm2)", appearance.Description.ToString());
        Assert.True(appearance.Note.IsEmpty);
    }

    [Fact]
    public void Appearances_CodeThatNoPublicationMentions_AreNone()
    {
        Book.Modifiers.TryGet("22", out var entry);
        Assert.Empty(entry.Appearances);
    }

    [Theory]
    [InlineData(CodeSystem.Modifier, "LT", CodeStatus.Valid)]
    [InlineData(CodeSystem.Modifier, "GD", CodeStatus.Ended)]
    [InlineData(CodeSystem.Icd10Cm, "T14.8", CodeStatus.NotBillable)]
    [InlineData(CodeSystem.Icd10Cm, "S41.011A", CodeStatus.Valid)]
    [InlineData(CodeSystem.NuccTaxonomy, "207LR0400X", CodeStatus.NotInCodeSet)]
    [InlineData(CodeSystem.NuccTaxonomy, "207Q00000X", CodeStatus.Valid)]
    [InlineData(CodeSystem.Cpt, "14020", CodeStatus.Valid)]
    [InlineData(CodeSystem.Cpt, "15260", CodeStatus.Unknown)]
    [InlineData(CodeSystem.PlaceOfService, "24", CodeStatus.Valid)]
    public void Status_ByTheReferenceTables_IsTheirs(CodeSystem system, string code, CodeStatus status)
    {
        Book.CodesOf(system).TryGet(code, out var entry);
        Assert.Equal(status, entry.Status);
    }

    [Theory]
    [InlineData(CodeSystem.Icd10Cm, "S41.011A", "Laceration without foreign body of right upper arm, initial encounter", "Laceration without foreign body of right shoulder, initial encounter")]
    [InlineData(CodeSystem.NuccTaxonomy, "333600000X", "Plastic Surgery", "Pharmacy")]
    [InlineData(CodeSystem.NuccTaxonomy, "207LR0400X", "Dermatology", "")]
    [InlineData(CodeSystem.NuccTaxonomy, "208200000X", "Plastic Surgery Physician", "Plastic Surgery Physician")]
    [InlineData(CodeSystem.Modifier, "50", "Done on both sides, one session", "")]
    [InlineData(CodeSystem.Cpt, "14020", "Adjacent Tissue Flap on Arms, Legs, or Scalp (≤10 cm2)", "")]
    [InlineData(CodeSystem.Cpt, "15260", "Tissue expander placed in the head or neck", "")]
    [InlineData(CodeSystem.PlaceOfService, "11", "Office", "Office")]
    public void Titles_PublishedAndOfficial_AreToldApart(CodeSystem system, string code, string title, string official)
    {
        Book.CodesOf(system).TryGet(code, out var entry);
        Assert.Equal((title, official), (entry.Title.ToString(), entry.OfficialTitle.ToString()));
    }

    [Fact]
    public void Modifiers_WholeTable_IsTheRegistry()
    {
        var registry = SourceRow.ReadTable("modifier-registry").OrderBy(row => row["Modifier"], StringComparer.Ordinal).ToArray();
        Assert.Equal(registry.Length, Book.Modifiers.Count);
        for (var i = 0; i < registry.Length; i++)
        {
            Assert.Equal((registry[i]["Modifier"], registry[i]["Title"]), (Book.Modifiers[i].Code, Book.Modifiers[i].Title.ToString()));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(81)]
    [InlineData(int.MaxValue)]
    public void Indexer_OutOfRange_Throws(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Book.Procedures[index]);

    [Theory]
    [InlineData("14020", true)]
    [InlineData("99213", false)]
    [InlineData("junk, and long", false)]
    public void TryGet_OnceWarm_AllocatesNothing(string code, bool isKnown)
    {
        var utf8 = Encoding.UTF8.GetBytes(code);
        var found = 0;
        Assert.Equal(0, Allocations.Of(() =>
        {
            found += ExtendedBook.Instance.Procedures.TryGet(code, out _) ? 1 : 0;
            found += ExtendedBook.Instance.Procedures.TryGet(code.AsSpan(), out _) ? 1 : 0;
            found += ExtendedBook.Instance.Procedures.TryGet(utf8, out _) ? 1 : 0;
        }));
        Assert.Equal(isKnown ? 6000 : 0, found);
    }

    [Fact]
    public void Entry_OnceWarm_ReadWithoutAllocating()
    {
        var bytes = 0;
        Assert.Equal(0, Allocations.Of(() =>
        {
            ExtendedBook.Instance.Diagnoses.TryGet("S41.011A"u8, out var entry);
            bytes += entry.OfficialTitle.Utf8.Length + (int)entry.Status;
            foreach (var appearance in entry.Appearances)
            {
                bytes += appearance.Description.Utf8.Length + appearance.Note.Utf8.Length;
            }
        }));
        Assert.NotEqual(0, bytes);
    }

    private static (CodeTable Table, Role Role) TableOf(string header) => header switch
    {
        "Modifier" => (Book.Modifiers, Role.Modifier),
        "Taxonomy Code" => (Book.Taxonomies, Role.Taxonomy),
        "ICD-10 Code" => (Book.Diagnoses, Role.Diagnosis),
        _ => (Book.Procedures, Role.RelatedProcedure),
    };
}
