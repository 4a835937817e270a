using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Layout;
using CodeReference.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace CodeReference.Compiler;

/// <summary>
/// Runs the compiler's stages in a build, each again only when what it reads has changed. Where the build embeds the data
/// as an image, only the names of codes are left to emit.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PublicationGenerator : IIncrementalGenerator
{
    /// <summary>The names of the steps, in order, for those who track them.</summary>
    internal static readonly string[] Steps = ["Sources", "Models", "Book", "Layout", "FileNames", "Names", "Options", "BookFiles", "NameFiles"];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select((provider, _) => BuildInputs.EmitOptions(provider.GlobalOptions))
            .WithTrackingName("Options");
        var models = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(input => BuildInputs.IsToEmit(input.Left, input.Right))
            .Select((input, cancellation) => BuildInputs.TryRead(input.Left, input.Right, cancellation)!)
            .WithTrackingName("Sources")
            .Select((source, _) => BuildInputs.Model(source))
            .WithTrackingName("Models");

        var book = models.Collect().Combine(options)
            .Select((input, _) => input.Right.BookStorage == BookStorage.Constants ? BookModel.Of(input.Left) : null)
            .WithTrackingName("Book")
            .Select((model, _) => model is null ? null : LayOut(PublicationCompiler.Settle(model)))
            .WithTrackingName("Layout")
            .Combine(options)
            .Select((input, _) => PublicationCompiler.EmitBook(input.Left, input.Right))
            .WithTrackingName("BookFiles");
        var names = models
            .Select((model, _) => FileNames.Of(model))
            .WithTrackingName("FileNames")
            .Collect()
            .Select((files, _) => PublicationCompiler.Name(files))
            .WithTrackingName("Names")
            .Combine(options)
            .Select((input, _) => PublicationCompiler.EmitNames(input.Left, input.Right))
            .WithTrackingName("NameFiles");

        context.RegisterSourceOutput(book, static (output, files) => Add(output, files));
        context.RegisterSourceOutput(names, static (output, files) => Add(output, files));
    }

    private static BookLayout LayOut(SettledBook book) => PublicationCompiler.LayOut(book, PublicationCompiler.Check(book));

    private static void Add(SourceProductionContext output, EquatableArray<EmittedFile> files)
    {
        foreach (var file in files)
        {
            output.AddSource(file.Name, file.Text);
        }
    }
}
