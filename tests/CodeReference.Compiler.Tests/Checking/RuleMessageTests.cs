using CodeReference.Compiler.Checking;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Checking;

public sealed class RuleMessageTests
{
    private static readonly Dictionary<string, string> Values = new() { ["modifiers"] = "50", ["periods"] = "" };

    [Theory]
    [InlineData("{modifiers} is ruled out.", "50 is ruled out")]
    [InlineData("{modifiers}{periods} is ruled out for {payer}.", "50 is ruled out for the payer")]
    [InlineData("No place.", "No place")]
    [InlineData("", "")]
    [InlineData("{modifiers", "{modifiers")]
    [InlineData("É {modifiers} é", "É 50 é")]
    public void Fill_Message_HasNoPlaceLeft(string template, string expected) => Assert.Equal(expected, RuleMessage.Fill(template, Values));

    [Theory]
    [InlineData("{modifiers} is ruled out for {payer}.", "modifiers", "payer")]
    [InlineData("{} and {modifiers", "", "modifiers")]
    [InlineData("No place.")]
    public void PlacesOf_Message_AreItsNamesAndWhatIsLeftOpen(string template, params string[] expected) =>
        Assert.Equal(expected, RuleMessage.PlacesOf(template));

    [Fact]
    public void Check_RuleWhoseMessageNamesThePayer_IsReportedWithoutBraces()
    {
        const string Rules =
            "| Rule | Kind | Modifiers | With | Condition | Severity | Binding Severity | Certain Fix | Message | Fix | Source |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|\n"
            + "| R1 | not applicable | LT |  | procedure is 14020 | error |  |  | {modifiers} is not paid by {payer}. | Take it off | Test |\n";
        const string Registry =
            "| Modifier | Origin | Title | Rank | Ended | Source |\n|---|---|---|---|---|---|\n| LT | HCPCS | Left | 5 |  | Test |\n";
        const string Page = "CPT 14020: Local flap\n| Modifier | Description | When to Use |\n|---|---|---|\nLT | Left | Left\n";

        SourceFile[] sources =
            [new("page.txt", SourceKind.Publication, Page), new("rules.md", SourceKind.ReferenceTable, Registry + "\n" + Rules)];
        var messages = PublicationCompiler.Compile(sources, CompiledBook.Options).Diagnostics.Select(diagnostic => diagnostic.Message);

        Assert.Contains(messages, message => message.Contains("R1 says: LT is not paid by the payer (", StringComparison.Ordinal));
    }
}
