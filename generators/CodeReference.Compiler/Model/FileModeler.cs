using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>The second stage: blocks to typed rows.</summary>
internal static class FileModeler
{
    /// <summary>The sentence above a reference table by which a code that the table lacks does not exist.</summary>
    public const string CompleteTable = "This table is complete.";

    public static FileModel Model(SourceFile file, Document document)
    {
        var diagnostics = new List<Diagnostic>();
        var tables = new TableModeler(file);
        var isComplete = false;
        foreach (var block in document.Blocks)
        {
            if (block is Table table)
            {
                tables.Add(table, isComplete);
                isComplete = false;
            }
            else
            {
                isComplete |= block is Paragraph paragraph && Wording.IsSame(paragraph.Text, CompleteTable);
            }
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
        if (file is { Kind: SourceKind.Publication, IsReadable: true })
        {
            diagnostics.AddRange(AbsentSections.Of(file, [.. sections], tables.Found));
        }

        // Of a row that is left out for a character in its code, the reader has nothing to add.
        var linesOfBadCodes = new HashSet<int>(diagnostics.Where(diagnostic => diagnostic.Rule == Diagnostics.CharacterInCode).Select(diagnostic => diagnostic.Span.Line));
        diagnostics.InsertRange(0, document.Diagnostics.Where(diagnostic => !OddCharacters.IsSaidBy(diagnostic.Rule) || !linesOfBadCodes.Contains(diagnostic.Span.Line)));
        return new(
            file.Path,
            file.Origin,
            file.Kind,
            ContentHash.Of(file.Text),
            procedure,
            Merge(sections).ToEquatableArray(),
            EquatableArray<NcciEditRow>.Empty,
            diagnostics.OrderBy(diagnostic => diagnostic.Span.Start).ToEquatableArray());
    }

    // Tables and prose both have other text; a file has one section of a kind.
    private static IEnumerable<Section> Merge(IEnumerable<Section> sections) =>
        from section in sections
        group section by section.Kind into same
        orderby same.Key
        select same.Count() == 1
            ? same.First()
            : new Section(same.Key, same.SelectMany(part => part.Rows).OrderBy(row => row.Span.Start).ToEquatableArray(), same.Any(part => part.IsComplete));
}
