using CodeReference.Compiler.Checking;
using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Layout;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler;

/// <summary>
/// The compiler: five stages, each a pure function from one immutable record to the next, none looking back.
/// The generator runs them one by one, so that what has not changed is not done again.
/// </summary>
internal static class PublicationCompiler
{
    public static (EquatableArray<EmittedFile> Files, EquatableArray<Diagnostic> Diagnostics) Compile(
        IEnumerable<SourceFile> sources, EmitOptions options)
    {
        var book = BookModel.Of(sources.Select(ReadAndModel));
        var diagnostics = Check(book);
        var layout = LayOut(book, diagnostics);
        return (Emit(layout, options), diagnostics);
    }

    /// <summary>Read and model: one file, whatever the others say.</summary>
    public static FileModel ReadAndModel(SourceFile source) => FileModeler.Model(source, DocumentReader.Read(source));

    /// <summary>Check: what is wrong in any file and between files, in the order of files and of their lines.</summary>
    public static EquatableArray<Diagnostic> Check(BookModel book) =>
        book.Files.SelectMany(file => file.Diagnostics)
            .Concat(BookChecker.Check(book))
            .OrderBy(diagnostic => diagnostic.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Start)
            .ToEquatableArray();

    /// <summary>Lay out: the rows of all files as constants.</summary>
    public static BookLayout LayOut(BookModel book, EquatableArray<Diagnostic> diagnostics) =>
        BookLayouter.LayOut(book, diagnostics.Count);

    /// <summary>Emit: the constants as C#.</summary>
    public static EquatableArray<EmittedFile> Emit(BookLayout layout, EmitOptions options) =>
        BookEmitter.Emit(layout, options).ToEquatableArray();
}
