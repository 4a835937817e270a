using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Model;

public sealed class BookModelTests
{
    private static readonly FileModel First = PublicationCompiler.ReadAndModel(new("a.md", SourceKind.ReferenceTable, "one", Origin: "/elsewhere/a.md"));
    private static readonly FileModel Second = PublicationCompiler.ReadAndModel(new("a.md", SourceKind.ReferenceTable, "| X | Y |\n|---|---|", Origin: "/other/a.md"));

    [Fact]
    public void Of_TwoFilesOfOneName_HaveTwoPaths() =>
        Assert.Equal(["a.md", "a.md#2"], BookModel.Of([First, Second]).Files.Select(file => file.Path));

    [Fact]
    public void Of_TwoFilesOfOneName_AreTheSameInEitherOrder() => Assert.Equal(BookModel.Of([First, Second]), BookModel.Of([Second, First]));

    [Fact]
    public void Of_TwoFilesOfOneName_KeepTheirDiagnostics() => Assert.All(
        BookModel.Of([First, Second]).Files,
        file => Assert.Equal(file.Origin == Second.Origin ? [file.Path] : [], file.Diagnostics.Select(diagnostic => diagnostic.Path)));

    [Fact]
    public void Of_FileThatHasTheNameOfASecond_KeepsAPathOfItsOwn()
    {
        var named = PublicationCompiler.ReadAndModel(new("a.md#2", SourceKind.ReferenceTable, "three"));

        Assert.Equal(3, BookModel.Of([First, Second, named]).Files.Select(file => file.Path).Distinct().Count());
    }
}
