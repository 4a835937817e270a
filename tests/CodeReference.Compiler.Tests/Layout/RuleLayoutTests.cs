extern alias library;

using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;
using library::CodeReference;
using LibrarySeverity = library::CodeReference.Severity;

namespace CodeReference.Compiler.Tests.Layout;

/// <summary>Rules of two families in one book: more than one mask holds, each with its own severity and texts.</summary>
public sealed class RuleLayoutTests
{
    private const string Header =
        "| Rule | Kind | Modifiers | With | Condition | Severity | Binding Severity | Certain Fix | Message | Fix | Source |\n|---|---|---|---|---|---|---|---|---|---|---|\n";

    [Fact]
    public void Validate_AsManyRulesAsBothFamiliesHold_FiresTheLastOfEach()
    {
        // The families stand in turn in the table, so that a place in it is no number of a rule.
        var rows = Enumerable.Range(0, RuleFamilies.Size).Select(number =>
            $"| L{number} | unknown payer | | | | info | | | Line {number}. | Do. | Test |\n"
            + $"| M{number} | repeated | | | | {(number == RuleFamilies.Size - 1 ? "error" : "warning")} | | | Modifiers {number}. | Do. | Test |\n");
        var settled = PublicationCompiler.Settle(BookModel.Of(
        [
            PublicationCompiler.ReadAndModel(new("rules.md", SourceKind.ReferenceTable, Header + string.Concat(rows))),
            PublicationCompiler.ReadAndModel(new("page.txt", SourceKind.Publication, "CPT 14020: Transfer\nModifier | Description | When to Use\n---|---|---\nLT | Left | Left")),
        ]));
        var diagnostics = PublicationCompiler.Check(settled);
        var book = CompiledBook.LoadImage(PublicationCompiler.LayOut(settled, diagnostics));

        var validation = book.ValidateModifiers(ProcedureCode.Parse("14020"), ["LT", "LT"], book.FindPayer("Unheard-of"));
        var findings = validation.GetFindings();

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule == Diagnostics.TooMany);
        Assert.Equal(2 * RuleFamilies.Size, findings.Length);
        Assert.Equal(("M127", LibrarySeverity.Error, "Modifiers 127."), (findings[127].Rule, findings[127].Severity, findings[127].Message));
        Assert.Equal(("L127", LibrarySeverity.Info, "Line 127."), (findings[255].Rule, findings[255].Severity, findings[255].Message));
        Assert.Equal(findings.Select(finding => finding.Rule), validation.FiredRules);
    }
}
