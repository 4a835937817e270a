using CodeReference.Compiler.Facts;

namespace CodeReference.Compiler.Checking;

/// <summary>The fourth stage: what is wrong between rows and between files. Never alters a row.</summary>
internal static class BookChecker
{
    public static IEnumerable<Diagnostic> Check(SettledBook settled)
    {
        var book = settled.Model;
        var pages = new PageChecker(settled);
        return
        [
            .. DuplicateChecker.Check(book),
            .. ReferenceChecker.Check(book),
            .. LimitChecker.Check(book),
            .. SizeRangeChecker.Check(book),
            .. OfficialTableChecker.Check(settled),
            .. book.Files.SelectMany(pages.Check),
        ];
    }
}
