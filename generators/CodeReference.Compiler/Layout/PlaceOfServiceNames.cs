using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Layout;

/// <summary>Finds the place-of-service codes that the words for a site of service can mean.</summary>
internal sealed class PlaceOfServiceNames
{
    private readonly List<(string Term, string Code)> _terms = [];

    public PlaceOfServiceNames(BookModel book)
    {
        foreach (var (_, place) in book.Rows(SectionKind.PlacesOfService))
        {
            _terms.AddRange(CellValues.Terms(place[PlaceColumns.Terms]).Select(term => (Tokenizer.Spaced(term), CodeKey.ToText(place.Key))));
        }
    }

    /// <summary>The codes whose terms stand in a name as whole words, sorted, with spaces between them; a term inside a longer one does not count.</summary>
    public string CodesIn(string name)
    {
        var words = Tokenizer.Spaced(name);
        var found = _terms.Where(term => words.Contains(term.Term)).ToList();
        var longest = found.Where(term => !found.Exists(other => other.Term.Length > term.Term.Length && other.Term.Contains(term.Term)));
        return string.Join(" ", longest.Select(term => term.Code).Distinct().OrderBy(code => code, StringComparer.Ordinal));
    }
}
