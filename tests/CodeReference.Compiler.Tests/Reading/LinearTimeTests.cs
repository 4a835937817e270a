using System.Diagnostics;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Tests.Reading;

/// <summary>What repeats is read in a time that grows with it and not with its square.</summary>
public sealed class LinearTimeTests
{
    private const int Length = 20_000;
    private const int Factor = 8;
    private const int Tries = 5;
    private const string Table = "| Modifier | Description | When to Use |\n|---|---|---|\n";

    [Theory]
    [InlineData("", "|")]
    [InlineData("", "a|")]
    [InlineData("", "\\|")]
    [InlineData("", "|-")]
    [InlineData("", "|---")]
    [InlineData("", "|---|\n")]
    [InlineData("", "|A|\n|---|\n")]
    [InlineData("", "-\n")]
    [InlineData("", "-")]
    [InlineData("", "- - ")]
    [InlineData("", "#")]
    [InlineData("", "# #\n")]
    [InlineData("", "*")]
    [InlineData("", " ")]
    [InlineData("", "\r")]
    [InlineData("", "\0")]
    [InlineData("", "\u202E\n")]
    [InlineData("", "\uD83D")]
    [InlineData("", "CPT 14020: a\n")]
    [InlineData("", "Related Diagnoses\n")]
    [InlineData("", "a\n|b\n")]
    [InlineData("", "Key payers covered in this analysis include ")]
    [InlineData("", "Key payers covered in this ")]
    [InlineData("Key payers covered in this analysis include ", "a, ")]
    [InlineData("Key payers covered in this analysis include ", "a and ")]
    [InlineData("Key payers covered in this analysis include ", "and  ")]
    [InlineData("documented", " ")]
    [InlineData("benchmarks for ", "a or, ")]
    [InlineData("CPT ", "1")]
    [InlineData(Table, "25 | a | b\n")]
    [InlineData(Table, "2 | a | b\n")]
    [InlineData(Table, "25 | a\n")]
    [InlineData(Table, "25|")]
    [InlineData("| Modifier | Description | When to Use |", " A |")]
    [InlineData("", Table)]
    public void ReadAndModel_TextThatRepeats_TakesTimeInProportion(string start, string part)
    {
        // A square takes 64 times as long, however often it is tried; a machine that others use too is slow only now and then.
        var tries = new List<string>();
        while (tries.Count < Tries)
        {
            var one = Time(start, part, Length);
            var more = Time(start, part, Length * Factor);
            if (more < (one * Factor * 3) + 100)
            {
                return;
            }

            tries.Add($"{one:0.0} ms and {more:0.0} ms");
        }

        Assert.Fail(string.Join("; ", tries));
    }

    [Fact]
    public void Of_FilesOfOneName_TakesTimeInProportion()
    {
        var file = PublicationCompiler.ReadAndModel(new("a.md", SourceKind.ReferenceTable, ""));
        var watch = Stopwatch.StartNew();

        BookModel.Of(Enumerable.Repeat(file, 20_000));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    private static double Time(string start, string part, int length)
    {
        var file = new SourceFile("file", SourceKind.Publication, start + string.Concat(Enumerable.Repeat(part, length / part.Length)));
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            PublicationCompiler.ReadAndModel(file);
            return watch.Elapsed.TotalMilliseconds;
        });
    }
}
