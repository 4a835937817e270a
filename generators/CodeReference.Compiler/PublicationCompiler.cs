using CodeReference.Compiler.Checking;
using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Layout;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Model.CodeSets;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler;

/// <summary>
/// The compiler: six stages, each a pure function from one immutable record to the next, none looking back.
/// The generator runs them one by one, so that what has not changed is not done again.
/// </summary>
internal static class PublicationCompiler
{
    public static (EquatableArray<EmittedFile> Files, EquatableArray<Diagnostic> Diagnostics) Compile(
        IEnumerable<SourceFile> sources, EmitOptions options)
    {
        var book = Settle(BookModel.Of(sources.Select(ReadAndModel)));
        var diagnostics = Check(book);
        var layout = LayOut(book, diagnostics);
        var names = Name(book.Model.Files.Select(FileNames.Of));
        return (EmitBook(layout, options).Concat(EmitNames(names, options)).ToEquatableArray(), diagnostics);
    }

    /// <summary>Read and model: one file, whatever the others say.</summary>
    public static FileModel ReadAndModel(SourceFile source) => source.Kind == SourceKind.CodeSet
        ? CodeSetModeler.Model(source)
        : FileModeler.Model(source, DocumentReader.Read(source));

    /// <summary>Settle facts: what is official about each code, whichever files speak of it.</summary>
    public static SettledBook Settle(BookModel book) => new(book);

    /// <summary>Check: what is wrong in any file and between files, in the order of files and of their lines.</summary>
    public static EquatableArray<Diagnostic> Check(SettledBook book) =>
        book.Model.Files.SelectMany(file => file.Diagnostics)
            .Concat(BookChecker.Check(book))
            .OrderBy(diagnostic => diagnostic.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Start)
            .ToEquatableArray();

    /// <summary>Lay out: the rows of all files, and what was found wrong with them, as numbers and texts.</summary>
    public static BookLayout LayOut(SettledBook book, EquatableArray<Diagnostic> diagnostics) => BookLayouter.LayOut(book, diagnostics);

    /// <summary>Lay out, the other part: the codes that get a name, from the files that list them.</summary>
    public static EquatableArray<CodeName> Name(IEnumerable<FileNames> files) =>
        CodeNames.Of(files.OrderBy(file => file.Procedure).ThenBy(file => file.Path, StringComparer.Ordinal).Select(file => file.Names));

    /// <summary>Emit: the class of the book, and its numbers and texts as constants of C# unless an image carries them.</summary>
    public static EquatableArray<EmittedFile> EmitBook(BookLayout? layout, EmitOptions options) =>
        BookEmitter.EmitBook(layout, options).ToEquatableArray();

    /// <summary>Emit, the other part: the names of codes.</summary>
    public static EquatableArray<EmittedFile> EmitNames(EquatableArray<CodeName> names, EmitOptions options) =>
        BookEmitter.EmitNames(names, options).ToEquatableArray();

    /// <summary>Emit, for a book too large for constants: its numbers and texts as an image.</summary>
    public static void EmitImage(BookLayout layout, EmitOptions options, Stream image) => ImageEmitter.Emit(layout, options, image);
}
