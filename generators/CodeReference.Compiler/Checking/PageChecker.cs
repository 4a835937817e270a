using CodeReference.Compiler.Checking.Vocabularies;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>
/// Holds what pages say against official sources. Pages of a book say much alike, so what was found once of a row is
/// remembered.
/// </summary>
internal sealed class PageChecker
{
    private readonly SelectionFacts _facts;
    private readonly TaxonomyChecker _taxonomies;
    private readonly DiagnosisChecker _diagnoses;
    private readonly ModifierChecker _modifiers;
    private readonly RelatedProcedureChecker _procedures;
    private readonly Dictionary<(SectionKind Kind, ulong Code, string Text, string Note, ulong Page), Contradiction?> _known = [];
    private readonly Dictionary<string, SizePhrase?> _unreadable = new(StringComparer.Ordinal);

    public PageChecker(SettledBook settled)
    {
        var book = settled.Model;
        var meanings = new MeaningWords(book);
        var sites = new SiteVocabulary(book, meanings);
        _facts = new(book, sites);
        _taxonomies = new(settled.Taxonomies, meanings);
        _diagnoses = new(settled.Diagnoses, meanings, sites);
        _modifiers = new(settled);
        _procedures = new(_facts, new(meanings, new(book), sites, _facts));
    }

    public IEnumerable<Diagnostic> Check(FileModel file)
    {
        var page = _facts.TryGet(file.Procedure);
        var subject = page is null ? 0 : file.Procedure;
        return Each(file, SectionKind.Modifiers, file.Procedure, row => _modifiers.Check(row, file.Procedure))
            .Concat(Each(file, SectionKind.Taxonomies, 0, _taxonomies.Check))
            .Concat(Each(file, SectionKind.Diagnoses, subject, row => _diagnoses.Check(row, page)))
            .Concat(Each(file, SectionKind.RelatedProcedures, subject, row => _procedures.Check(row, page)))
            .Concat(Sized(file, SectionKind.RelatedProcedures, PublishedColumns.Description))
            .Concat(page is null ? [] : Subject(file, SectionKind.Title, page, isProse: false))
            .Concat(page is null ? [] : Subject(file, SectionKind.Overview, page, isProse: true));
    }

    private IEnumerable<Diagnostic> Each(FileModel file, SectionKind kind, ulong page, Func<Row, Contradiction?> check)
    {
        foreach (var row in file.Rows(kind))
        {
            if (Known((kind, row.Key, row[PublishedColumns.Description], row[PublishedColumns.Note], page), () => check(row)) is { } contradiction)
            {
                yield return contradiction.In(file.Path, row);
            }
        }
    }

    private IEnumerable<Diagnostic> Subject(FileModel file, SectionKind kind, SelectionFact page, bool isProse)
    {
        foreach (var row in file.Rows(kind))
        {
            if (Known((kind, file.Procedure, row[ProseColumns.Text], "", file.Procedure), () => _procedures.CheckPage(row, page, isProse)) is { } contradiction)
            {
                yield return contradiction.In(file.Path, row);
            }
        }

        foreach (var unreadable in Sized(file, kind, ProseColumns.Text))
        {
            yield return unreadable;
        }
    }

    private IEnumerable<Diagnostic> Sized(FileModel file, SectionKind kind, int column)
    {
        foreach (var row in file.Rows(kind))
        {
            var cell = row.Cells[column];
            if (!_unreadable.TryGetValue(cell.Text, out var size))
            {
                _unreadable.Add(cell.Text, size = SizePhrase.In(cell.Text).FirstOrDefault(phrase => phrase.Kind == SizePhraseKind.Unreadable));
            }

            if (size is not null)
            {
                yield return Diagnostic.At(Diagnostics.UnreadableSize, file.Path, SpanOf(cell, size), size.Text);
            }
        }
    }

    // The words themselves, where the cell stands in the file as it reads: no escaped pipe in it, no code before it.
    private static SourceSpan SpanOf(Cell cell, SizePhrase size) => cell.Span.Length != cell.Text.Length
        ? cell.Span
        : new(cell.Span.Start + size.Start, size.Text.Length, cell.Span.Line, cell.Span.Column + size.Start);

    private Contradiction? Known((SectionKind, ulong, string, string, ulong) key, Func<Contradiction?> check)
    {
        if (!_known.TryGetValue(key, out var contradiction))
        {
            _known.Add(key, contradiction = check());
        }

        return contradiction;
    }
}
