using System.Text;
using CodeReference.Compiler.Emitting;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using Microsoft.Build.Framework;

// An analyzer must not touch files, because the C# compiler passes it the texts. This is a build step, not an analyzer.
#pragma warning disable RS1035

namespace CodeReference.Compiler;

/// <summary>
/// Runs the compiler's stages as a step of the build that writes the image of a book, for the build to embed: a generator
/// can emit no resource. What is wrong with the sources, the analyzer reports.
/// </summary>
public sealed class BookImageTask : ITask
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The sources: additional files with the metadata CodeReferenceSource, and for a code set Edition and Effective.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The directory that citations name files from.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Required]
    public string Image { get; set; } = "";

    /// <summary>What people call the edition.</summary>
    public string Edition { get; set; } = "";

    /// <inheritdoc/>
    public bool Execute()
    {
        var models = Sources.AsParallel().AsOrdered().Where(item => KindOf(item) is not null).Select(TryModel).ToList();
        if (models.Contains(null))
        {
            return false;
        }

        var book = PublicationCompiler.Settle(BookModel.Of(models!));
        var layout = PublicationCompiler.LayOut(book, PublicationCompiler.Check(book));
        Write(layout);
        BuildEngine.LogMessageEvent(new(FormattableString.Invariant($"Book of edition {layout.Edition}: {book.Model.Files.Count} files -> {Image}"), "", nameof(BookImageTask), MessageImportance.Normal));
        return true;
    }

    private static SourceKind? KindOf(ITaskItem item) =>
        Enum.TryParse<SourceKind>(item.GetMetadata("CodeReferenceSource"), out var kind) ? kind : null;

    // The text of a file goes when its model is there: all together are as large as the book.
    private FileModel? TryModel(ITaskItem item)
    {
        var path = item.GetMetadata("FullPath");
        try
        {
            var (text, bad) = Decode(File.ReadAllBytes(path));
            return PublicationCompiler.ReadAndModel(new(
                BuildInputs.RelativePath(path, ProjectDirectory), KindOf(item)!.Value, text, bad, path, item.GetMetadata("Edition"), item.GetMetadata("Effective")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var rule = Diagnostics.Unreadable;
            BuildEngine.LogErrorEvent(new("", rule.Id, item.ItemSpec, 1, 1, 0, 0, $"{rule.Message} ({exception.Message})", "", nameof(BookImageTask)));
            return null;
        }
    }

    // As the C# compiler decodes: by the byte-order mark, else as UTF-8, and what is neither byte by byte.
    private static (string Text, BadBytes? Bad) Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return (reader.ReadToEnd(), null);
        }
        catch (DecoderFallbackException)
        {
            var text = Encoding.GetEncoding("iso-8859-1").GetString(bytes);
            var bad = Math.Max(0, Utf8.IndexOfBad(bytes));
            return (text, BadBytes.At("UTF-8", bad, text, bad));
        }
    }

    // Whole or not at all: a build that is stopped leaves no image that looks finished.
    private void Write(Layout.BookLayout layout)
    {
        var options = new EmitOptions("", Edition, BuildInputs.CompilerVersion);
        var unfinished = Image + ".tmp";
        using (var image = File.Create(unfinished))
        {
            PublicationCompiler.EmitImage(layout, options, image);
        }

        File.Delete(Image);
        File.Move(unfinished, Image);
    }
}
