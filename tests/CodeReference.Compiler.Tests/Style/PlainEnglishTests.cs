using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeReference.Compiler.Style;

/// <summary>Whether texts that users read are free of idioms that a reader has to decode. CONTRIBUTING.md says what to write.</summary>
public sealed partial class PlainEnglishTests
{
    [Fact]
    public void Strings_OfTheProduct_AreInPlainEnglish() =>
        AssertNone(
            from file in SourceCode.Files()
            from text in file.Tree.DescendantTokens().Where(IsText)
            from hit in Hits(text.ValueText)
            select $"{file.Path}({LineOf(text)}): {hit}");

    [Fact]
    public void PublicDocumentation_OfTheProduct_IsInPlainEnglish() =>
        AssertNone(
            from file in SourceCode.Files()
            where !file.Path.StartsWith("generators/", StringComparison.Ordinal)
            from member in file.Tree.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsPublic)
            from comment in member.GetLeadingTrivia().Where(trivia => trivia.HasStructure)
            from hit in Hits(comment.ToFullString())
            select $"{file.Path}({member.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {hit}");

    [Theory]
    [InlineData("*.md")]
    [InlineData("*.proto")]
    [InlineData("*.targets")]
    [InlineData("appsettings.json")]
    public void Files_ThatUsersRead_AreInPlainEnglish(string pattern) =>
        AssertNone(
            from path in SourceCode.Paths(pattern, "docs", "protos", "src", "generators", "samples", "conformance")
                .Concat(pattern == "*.md" ? ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"] : [])
            // A publication is served as published.
            where !path.Contains("/publications/", StringComparison.Ordinal)
            from line in File.ReadLines(Path.Combine(Repository.Root, path)).Select((text, index) => (Text: text, Number: index + 1))
            from hit in Hits(line.Text)
            select $"{path}({line.Number}): {hit}");

    private static void AssertNone(IEnumerable<string> hits)
    {
        // An assertion about a collection shows its first few items only.
        if (string.Join('\n', hits) is { Length: > 0 } all)
        {
            Assert.Fail(all);
        }
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is
        SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken;

    private static bool IsPublic(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword)) || member is EnumMemberDeclarationSyntax || member.Parent is InterfaceDeclarationSyntax;

    private static int LineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<string> Hits(string text) =>
        Idiom().Matches(text).Select(hit => $"\"{hit.Value}\" in \"{text.Trim()}\"");

    [GeneratedRegex(
        """
        \b( nobody('s)? | whoever | whichever \s is | (?<! there \s) (is|are) \s none | (is|are) \s said | ha(s|ve) \s not \s (the|a) \b
          | (is|are) \s no \s \w+ \s (of|that|which|and \s keeps?) | that \s is \s no \b | of \s one's \s own | come \s to \b (?= [.,] | \s and)
          | no \s question \s has | what \s became \s of | goes \s its \s way )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Idiom();
}
