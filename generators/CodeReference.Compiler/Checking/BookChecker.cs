using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Checking;

/// <summary>The third stage: what is wrong between rows and between files. Never alters a row.</summary>
internal static class BookChecker
{
    public static IEnumerable<Diagnostic> Check(BookModel book)
    {
        var sources = new OfficialSources(book);
        var pages = new PageChecker(book, sources);
        return
        [
            .. DuplicateChecker.Check(book),
            .. ReferenceChecker.Check(book),
            .. LimitChecker.Check(book),
            .. SizeRangeChecker.Check(book),
            .. OfficialTableChecker.Check(book, sources),
            .. book.Files.SelectMany(pages.Check),
        ];
    }
}
