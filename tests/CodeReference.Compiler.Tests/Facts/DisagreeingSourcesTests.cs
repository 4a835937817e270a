extern alias library;

using CodeReference.Compiler.Model;
using CodeReference.Format;
using library::CodeReference;
using LibraryStatus = library::CodeReference.CodeStatus;

namespace CodeReference.Compiler.Tests.Facts;

/// <summary>An official file and a table of the default book that disagree: checker, lookup and rules go by the same one.</summary>
public sealed class DisagreeingSourcesTests
{
    private static readonly string[] IndicatorsOf99213 = ["99213", "A", "0", "XXX", "0", "0", "0", "0", "0"];

    [Fact]
    public void Indicators_OfAProcedureThatTheFeeScheduleFileLacks_AreUnknownToAll()
    {
        var (book, diagnostics) = Compile(OfficialFiles.Of("Medicare fee schedule", "2025 October", "2025-10-01", SectionKind.FeeSchedule, IndicatorsOf99213));
        var validation = book.ValidateModifiers(ProcedureCode.Parse("14020"), ["50"]);

        Assert.DoesNotContain("LAT-04", validation.FiredRules);
        Assert.Contains("LAT-04", validation.UncheckedRules);
        Assert.Contains(validation.GetMissingInputs(), missing => missing.Input == library::CodeReference.RuleInput.FeeSchedule);
        Assert.True(book.Procedures.TryGet("14020", out var entry));
        Assert.Equal(LibraryStatus.Unknown, entry.Status);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule == Diagnostics.RuledOutModifier && diagnostic.Arguments[0] is "26" or "50" or "62");
    }

    [Fact]
    public void Status_OfAModifierWhoseLastDayLiesAhead_IsValidUntilThen()
    {
        var (book, diagnostics) = Compile(OfficialFiles.Of(
            "HCPCS modifiers", "2025 October", "2025-10-01", SectionKind.OfficialModifiers, ["LT", "Left side", "Left", "1984-01-01", "1984-01-01", "2026-12-31"]));

        Assert.True(book.Modifiers.TryGet("LT", out var entry));
        Assert.Equal(LibraryStatus.Valid, entry.Status);
        Assert.Equal(LibraryStatus.Valid, entry.StatusOn(new(2026, 12, 31)));
        Assert.Equal(LibraryStatus.Ended, entry.StatusOn(new(2027, 1, 1)));
        Assert.Equal(LibraryStatus.NotYetValid, entry.StatusOn(new(1983, 12, 31)));
        Assert.Empty(FiredOn(book, new(2025, 11, 1)));
        Assert.Equal(["FMT-03"], FiredOn(book, new(2027, 1, 1)));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule == Diagnostics.EndedModifier && diagnostic.Arguments[0] == "LT");
    }

    [Fact]
    public void Title_OfADiagnosisThatTheFileLacks_IsInNoAnswerAndNoRuleRestsOnIt()
    {
        var (book, diagnostics) = Compile(OfficialFiles.Of(
            "ICD-10-CM", "FY2026", "2025-10-01", SectionKind.OfficialDiagnoses, ["S41.111A", "Laceration without foreign body of right upper arm, initial encounter", "yes"]));
        var line = new ClaimLine
        {
            Procedure = ProcedureCode.Parse("14020"),
            Modifiers = [library::CodeReference.ModifierCode.Parse("LT")],
            Diagnoses = [library::CodeReference.DiagnosisCode.Parse("S41.011A")],
        };
        var validation = book.ValidateModifiers(line);

        Assert.True(book.Diagnoses.TryGet("S41.011A", out var entry));
        Assert.Equal((LibraryStatus.NotInCodeSet, ""), (entry.Status, entry.OfficialTitle.ToString()));
        Assert.DoesNotContain("LAT-10", validation.FiredRules);
        Assert.Contains("LAT-10", validation.UncheckedRules);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Rule == Diagnostics.OutdatedTitle && diagnostic.Arguments[0] == "S41.011A");
    }

    private static RuleIdSet FiredOn(ReferenceBook book, DateOnly date) =>
        book.ValidateModifiers(new ClaimLine { Procedure = ProcedureCode.Parse("14020"), Modifiers = [library::CodeReference.ModifierCode.Parse("LT")], ServiceDate = date }).FiredRules;

    private static (ReferenceBook Book, EquatableArray<Diagnostic> Diagnostics) Compile(params FileModel[] officialFiles)
    {
        var book = PublicationCompiler.Settle(BookModel.Of([.. DefaultTexts.Publications.Concat(DefaultTexts.Tables).Select(PublicationCompiler.ReadAndModel), .. officialFiles]));
        var diagnostics = PublicationCompiler.Check(book);
        return (CompiledBook.LoadImage(PublicationCompiler.LayOut(book, diagnostics)), diagnostics);
    }
}
