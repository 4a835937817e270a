using CodeReference.Compiler.Checking.Vocabularies;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>Holds the taxonomies of a page against NUCC: whether a code exists, and whether it is called so.</summary>
internal sealed class TaxonomyChecker(CodeFacts taxonomies, MeaningWords meanings)
{
    // The first four characters of a taxonomy are its classification.
    private const int ClassificationLength = 4;
    private const int MostNeighbors = 10;

    private readonly Lazy<SpecialtyNames> _names = new(() => new(taxonomies, meanings));

    public Contradiction? Check(Row row)
    {
        var specialty = row[PublishedColumns.Description];
        if (taxonomies.IsAbsent(row.Key, out var source))
        {
            var neighbors = taxonomies.StartingWith(row.Key, ClassificationLength).Select(code => code.Code).ToList();
            var nearest = neighbors.Count == 0 ? "" : "; the nearest are " + ListText.Of(neighbors, MostNeighbors);
            return new(Diagnostics.UnknownTaxonomy, PublishedColumns.Code, new(specialty, "", source), CodeKey.ToText(row.Key), source, Named(specialty) + nearest);
        }

        return taxonomies.TryGet(row.Key) is { } code && !_names.Value.Agree(specialty, code)
            ? new(Diagnostics.OtherSpecialty, PublishedColumns.Description, new(specialty, code.Title, code.Source), code.Code, specialty, code.Source, code.Title, Named(specialty))
            : null;
    }

    private string Named(string specialty) =>
        _names.Value.TryFind(specialty) is { } code ? $"; \"{specialty}\" is {code.Code} ({code.Title})" : "";
}
