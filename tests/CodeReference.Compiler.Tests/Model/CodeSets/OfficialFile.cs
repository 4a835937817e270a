using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Tests.Model.CodeSets;

/// <summary>A small official file, and what the compiler makes of it.</summary>
internal static class OfficialFile
{
    public static FileModel Model(string name, string text, string edition = "", string effective = "") =>
        PublicationCompiler.ReadAndModel(new(name, SourceKind.CodeSet, text, Edition: edition, Effective: effective));

    /// <summary>The rows of a section, each with bars between its cells.</summary>
    public static string[] Rows(FileModel model, SectionKind kind) =>
        [.. model.Rows(kind).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))];

    /// <summary>The line, column and length of each cell.</summary>
    public static (int Line, int Column, int Length)[] Places(Row row) =>
        [.. row.Cells.Select(cell => (cell.Span.Line, cell.Span.Column, cell.Span.Length))];

    public static string[] Said(FileModel model) => [.. model.Diagnostics.Select(diagnostic => diagnostic.ToString())];

    /// <summary>A line of fixed columns, each text at its column from 1.</summary>
    public static string Fixed(int length, params (int Column, string Text)[] parts)
    {
        var line = new char[length];
        Array.Fill(line, ' ');
        foreach (var (column, text) in parts)
        {
            text.CopyTo(0, line, column - 1, text.Length);
        }

        return new string(line) + "\r\n";
    }
}
