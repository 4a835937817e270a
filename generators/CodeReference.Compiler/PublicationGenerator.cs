using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Model;
using Microsoft.CodeAnalysis;

namespace CodeReference.Compiler;

/// <summary>Runs the compiler's stages in a build, each again only when what it reads has changed.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PublicationGenerator : IIncrementalGenerator
{
    /// <summary>The names of the steps, in order, for those who track them.</summary>
    internal static readonly string[] Steps = ["Sources", "Models", "Book", "Layout", "Options", "Files"];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select((provider, _) => BuildInputs.EmitOptions(provider.GlobalOptions))
            .WithTrackingName("Options");
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((input, cancellation) => BuildInputs.TryRead(input.Left, input.Right, cancellation)!)
            .Where(source => source is not null)
            .WithTrackingName("Sources")
            .Select((source, _) => PublicationCompiler.ReadAndModel(source))
            .WithTrackingName("Models")
            .Collect()
            .Select((models, _) => BookModel.Of(models))
            .WithTrackingName("Book")
            .Select((book, _) => PublicationCompiler.LayOut(book, PublicationCompiler.Check(book)))
            .WithTrackingName("Layout")
            .Combine(options)
            .Select((input, _) => PublicationCompiler.Emit(input.Left, input.Right))
            .WithTrackingName("Files");
        context.RegisterSourceOutput(files, static (output, emitted) =>
        {
            foreach (var file in emitted)
            {
                output.AddSource(file.Name, file.Text);
            }
        });
    }
}
