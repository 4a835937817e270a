using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Emitting;

public sealed class ImageEmitterTests
{
    private const int PlaceOfVersion = 8;

    [Fact]
    public void Emit_ImageWithTheSchemaOfTheLibrary_IsRead() =>
        Assert.Empty(CompiledBook.LoadImage(Image()).Publications);

    [Fact]
    public void Emit_ImageWithAnotherSchema_IsRefused()
    {
        var image = Image();
        image[PlaceOfVersion]++;

        var error = Assert.Throws<InvalidDataException>(() => CompiledBook.LoadImage(image));

        Assert.Contains("expected schema " + ImageFormat.Version.ToString("X8", null), error.Message, StringComparison.Ordinal);
    }

    private static byte[] Image()
    {
        var book = PublicationCompiler.Settle(BookModel.Of([]));
        var image = new MemoryStream();
        PublicationCompiler.EmitImage(PublicationCompiler.LayOut(book, PublicationCompiler.Check(book)), CompiledBook.Options, image);
        return image.ToArray();
    }
}
