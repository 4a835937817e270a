using CodeReference.Hosting.FastPath;
using Google.Protobuf;

namespace CodeReference.Hosting.Tests;

public sealed class MessageWriterTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(127, 300)]
    [InlineData(128, 127)]
    [InlineData(16_383, 16_384)]
    [InlineData(70_000, int.MaxValue)]
    public void Write_TextAndNumber_AsGoogleProtobuf(int length, int number)
    {
        var text = new string('x', length);
        var expected = new Wire.Citation { File = text, Line = number };
        var writer = new MessageWriter(16);
        writer.WriteNumber(Wire.Citation.LineFieldNumber, number);
        if (length > 0)
        {
            writer.WriteText(Wire.Citation.FileFieldNumber, System.Text.Encoding.ASCII.GetBytes(text));
        }

        Assert.Equal(expected.CalculateSize(), writer.Length);
        Assert.Equal(expected.ToByteArray(), writer.ToResponse().ToArray());
    }

    [Fact]
    public void Write_MessageInside_AsGoogleProtobuf()
    {
        var inside = new Wire.Citation { File = new string('x', 200), Line = 7 };
        var writer = new MessageWriter(0);
        writer.WriteMessage(inside);
        writer.WriteHeader(Wire.ModifierVerdict.CitationFieldNumber, writer.Length);
        Assert.Equal(new Wire.ModifierVerdict { Citation = inside }.ToByteArray(), writer.ToResponse().ToArray());
    }
}
