extern alias library;
using System.Collections.Immutable;
using System.Reflection;
using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Layout;
using CodeReference.Compiler.Reading;
using CodeReference.Format;
using library::CodeReference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeReference.Compiler.Tests;

/// <summary>Emitted C#, compiled and loaded as a customer's build would.</summary>
internal static class CompiledBook
{
    public static readonly EmitOptions Options = new("Emitted", "2026.11", "0.1.0");

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(ReferenceBook).Assembly.Location),
    ];

    public static ReferenceBook Load(params IEnumerable<SourceFile> sources) => Open(Compile(sources));

    /// <summary>Runs all stages and builds what they emit; a warning of the C# compiler fails the test.</summary>
    public static Assembly Compile(IEnumerable<SourceFile> sources)
    {
        var (files, _) = PublicationCompiler.Compile(sources, Options);
        return Load(Compilation([.. files.Select(file => Parse(file.Text, file.Name))]));
    }

    /// <summary>A book that its assembly carries as a resource, as a build with official files makes it.</summary>
    public static ReferenceBook LoadImage(BookLayout layout)
    {
        var image = new MemoryStream();
        PublicationCompiler.EmitImage(layout, Options, image);
        return LoadImage(image.ToArray());
    }

    public static ReferenceBook LoadImage(byte[] image)
    {
        var resource = new ResourceDescription(ImageFormat.ResourceName, () => new MemoryStream(image), isPublic: true);
        var assembly = new MemoryStream();
        Assert.True(Compilation().Emit(assembly, manifestResources: [resource]).Success);
        return ReferenceBook.FromResource(Assembly.Load(assembly.ToArray()));
    }

    public static ReferenceBook Open(Assembly assembly) =>
        (ReferenceBook)assembly.GetType("Emitted.Book", throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, System.Text.Encoding.UTF8);

    public static CSharpCompilation Compilation(params SyntaxTree[] trees) =>
        CSharpCompilation.Create("Emitted" + Guid.NewGuid().ToString("n"), trees, References, new(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        return Assembly.Load(image.ToArray());
    }
}
