using System.Security.Cryptography;
using System.Text;
using CodeReference.Compiled;
using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model;

/// <summary>The second stage: blocks to typed rows.</summary>
internal static class FileModeler
{
    public static FileModel Model(SourceFile file, Document document)
    {
        var diagnostics = new List<Diagnostic>();
        if (!file.IsUtf8)
        {
            diagnostics.Add(Diagnostic.At(Diagnostics.NotUtf8, file.Path, new(0, 0, 1, 1)));
        }

        var tables = new TableModeler(file);
        foreach (var table in document.Blocks.OfType<Table>())
        {
            tables.Add(table);
        }

        var sections = tables.Sections;
        var procedure = 0ul;
        if (file.Kind == SourceKind.Publication)
        {
            var prose = new ProseModeler(file);
            prose.Add(document);
            procedure = prose.Procedure;
            sections = sections.Concat(prose.Sections);
            diagnostics.AddRange(prose.Diagnostics);
        }

        diagnostics.AddRange(tables.Diagnostics);
        return new(
            file.Path,
            file.Origin,
            file.Kind,
            Hash(file.Text),
            procedure,
            sections.OrderBy(section => section.Kind).ToEquatableArray(),
            EquatableArray<NcciEdit>.Empty,
            diagnostics.OrderBy(diagnostic => diagnostic.Span.Start).ToEquatableArray());
    }

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        var lines = string.Join("\n", Line.Split(text).Select(line => line.Text));
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(lines)).Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
