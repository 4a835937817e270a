using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>
/// Compares names of specialties. A name is the set of its words, each without its ending, and without those that say
/// nothing: "General Surgery" and "Surgeon" are one. A word that is the initials of the other name is that name: OMM.
/// </summary>
internal sealed class SpecialtyNames
{
    private readonly MeaningWords _meanings;
    private readonly Dictionary<string, (int Rank, CodePeriod Code)> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodePeriod> _byInitials = new(StringComparer.Ordinal);

    public SpecialtyNames(CodeFacts taxonomies, MeaningWords meanings)
    {
        _meanings = meanings;
        foreach (var code in taxonomies.Codes)
        {
            var names = NamesOf(code);
            for (var rank = 0; rank < names.Count; rank++)
            {
                var words = WordsOf(names[rank]);
                var name = NameOf(words);
                // The lowest code of those whose name is as exact.
                if (name.Length > 0 && (!_byName.TryGetValue(name, out var other) || rank < other.Rank))
                {
                    _byName[name] = (rank, code);
                }
            }

            foreach (var word in Tokenizer.Split(code.Title).Where(word => IsInitials(code.Title, word)))
            {
                if (!_byInitials.ContainsKey(word.Text))
                {
                    _byInitials.Add(word.Text, code);
                }
            }
        }
    }

    /// <summary>Whether a published specialty is what the source calls a code.</summary>
    /// <remarks>It may say less or more than the official name ("Mohs surgery"), unless it is the name of another code.</remarks>
    public bool Agree(string published, CodePeriod code)
    {
        var words = WordsOf(published);
        if (words.Count == 0)
        {
            return true;
        }

        var known = TryFind(published);
        foreach (var name in NamesOf(code))
        {
            var official = WordsOf(name);
            if (words.SetEquals(official)
                || (known is null && official.Count > 0 && (words.IsSubsetOf(official) || words.IsSupersetOf(official))))
            {
                return true;
            }
        }

        return known?.Key == code.Key;
    }

    /// <summary>The code that the source calls by a name; null when none is.</summary>
    public CodePeriod? TryFind(string published) =>
        _byName.TryGetValue(NameOf(WordsOf(published)), out var named) ? named.Code
        : _byInitials.TryGetValue(InitialsOf(published), out var code) || _byInitials.TryGetValue(published.ToLowerInvariant(), out code) ? code
        : null;

    // The most exact name first: what the code is called, its class, both parts of its class, its specialization.
    private static List<string> NamesOf(CodePeriod code)
    {
        if (code.Official.Kind != SectionKind.OfficialTaxonomies)
        {
            return [code.Title];
        }

        var (classification, specialization) = (code.Official.Row[OfficialTaxonomyColumns.Classification], code.Official.Row[OfficialTaxonomyColumns.Specialization]);
        string[] names = specialization.Length == 0
            ? [code.Title, classification]
            : [code.Title, classification + " " + specialization, specialization];
        return [.. names.Where(name => name.Length > 0)];
    }

    private HashSet<string> WordsOf(string name) => new(
        Tokenizer.Split(name).Where(word => !word.IsMark && !_meanings.IsSpecialtyStop(word.Text)).Select(word => _meanings.SpecialtyStem(word.Text)), StringComparer.Ordinal);

    private static string NameOf(HashSet<string> words) => string.Join(" ", words.OrderBy(word => word, StringComparer.Ordinal));

    private static string InitialsOf(string name) =>
        string.Concat(Tokenizer.Split(name).Where(word => !word.IsMark).Select(word => word.Text[0]));

    private static bool IsInitials(string name, Word word) =>
        word.Text.Length >= 3 && name.Substring(word.Start, word.Text.Length).All(c => c is >= 'A' and <= 'Z');
}
