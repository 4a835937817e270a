extern alias library;

using CodeReference.Compiler.Reading;
using library::CodeReference;

namespace CodeReference.Compiler.Tests.Emitting;

/// <summary>Texts that could end a literal, a comment or a line of the emitted C#, read back from the compiled book.</summary>
public sealed class PublishedTextTests
{
    private static readonly string[] Texts =
    [
        "*/", "/* */ //", "\"", "\"\"\"", "\"u8", "'", "{", "}", "{{0}}", "{0}", "$\"{x}\"", "@\"b\"", "\\", "\\\\", "\\\"", "\\u0022", "\\x22", "\\n", "\\r\\n", "\\0", "\\U0010FFFF",
        "a\u2028b", "a\u2029b", "a\u0085b", "a\vb", "a\fb", "a\0b", "a\u001Bb", "a\tb", "a\u202Eb\u202C", "a\uFEFFb", "a\uFFFEb", "a\uFFFFb", "a\u200Bb", "a\u00A0b",
        "</summary>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;", "&", "#if", "#endregion", "#line 1", "😀", "e\u0301", "≤ 10 cm²", "<= 10 cm2", "–—", "“’”", "???=", "%s", "$(x)", ";", "|", "\\ |",
    ];

    [Fact]
    public void Book_TextThatCouldBreakCode_ReadsBackAsPublished()
    {
        var rows = Texts.Select((text, number) => $"{CodeOf(number)} | {Escape(text)} | x{Escape(text)}x\n");
        var page = Assert.Single(Load(string.Concat(rows)).Publications);

        Assert.Equal(Texts, page.Modifiers.Select(row => row.Description.ToString()));
        Assert.Equal(Texts.Select(text => $"x{text}x"), page.Modifiers.Select(row => row.WhenToUse.ToString()));
    }

    [Fact]
    public void Book_HalfOfASurrogatePair_IsAReplacementCharacterAndSaid()
    {
        const string Row = "25 | a\uD83Db | \uDE00";

        Assert.Equal(("a\uFFFDb", "\uFFFD"), Load(Row).Publications[0].Modifiers.Select(row => (row.Description.ToString(), row.WhenToUse.ToString())).Single());
        Assert.Contains(
            "warning CR1004: Line contains U+D83D HALF OF A SURROGATE PAIR and 1 more like it",
            string.Concat(PublicationCompiler.ReadAndModel(Source(Row)).Diagnostics),
            StringComparison.Ordinal);
    }

    private static ReferenceBook Load(string rows) => CompiledBook.Load(Source(rows));

    private static SourceFile Source(string rows) => new("a.txt", SourceKind.Publication, "CPT 14020: Flap\nModifier | Description | When to Use\n---|---|---\n" + rows);

    private static string CodeOf(int number) => $"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
