using System.Globalization;
using System.Text;
using CsCheck;

namespace CodeReference.Tests;

public sealed class Utf8WriterTests
{
    private static readonly string[] Characters = ["a", "é", "€", "😀"];

    [Fact]
    public void Append_AnythingToABufferOfAnySize_IsTheTextOfAll() =>
        Gen.Select(Gen.Int[0, 40], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3].Select(i => Characters[i]).Array[0, 300].Select(string.Concat), Gen.Int).Array[0, 20]).Sample((size, pieces) =>
        {
            var expected = new StringBuilder();
            var writer = new Utf8Writer(new byte[size]);
            foreach (var (kind, text, number) in pieces)
            {
                switch (kind)
                {
                    case 0: writer.Append(text); expected.Append(text); break;
                    case 1: writer.Append(Encoding.UTF8.GetBytes(text)); expected.Append(text); break;
                    case 2: writer.Append(number); expected.Append(number.ToString(CultureInfo.InvariantCulture)); break;
                    default: writer.Append(ProcedureCode.Parse("14020")); expected.Append("14020"); break;
                }
            }

            Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(writer.Text));
            writer.Dispose();
        });
}
