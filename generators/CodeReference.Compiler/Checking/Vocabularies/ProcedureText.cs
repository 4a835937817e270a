using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>
/// Compares a text about a procedure with the code selection table: its technique, its sites and its sizes. What
/// stands after a contrast or before a shortfall is not said of the procedure.
/// </summary>
internal sealed class ProcedureText(MeaningWords meanings, TechniqueTerms techniques, SiteVocabulary sites, SelectionFacts facts)
{
    /// <summary>What a description, a title or an overview contradicts.</summary>
    /// <param name="isProse">In prose a single size is an example, and an ambiguous technique is not a claim.</param>
    public TextDifference? Compare(string text, SelectionFact fact, bool isProse)
    {
        var words = Tokenizer.Split(text);
        var aside = meanings.Aside(words);
        var said = techniques.Find(text, words).Where(mention => !aside[mention.Last]).ToList();
        var wrongTechniques = Contradicting(said, fact, isProse);
        var named = sites.Find(words).Where(site => !aside[site.First]).ToList();
        var wrongSites = fact.HasSites ? named.Where(site => (site.Sites & fact.Sites) == 0).ToList() : [];
        var sizes = SizePhrase.In(text).Where(size => IsStated(size, words, aside) && !(isProse && size.Kind == SizePhraseKind.Point)).ToList();
        var wrongSizes = sizes.Where(size => size.Kind != SizePhraseKind.Unreadable && !fact.Covers(size)).ToList();
        if (wrongTechniques.Count + wrongSites.Count + wrongSizes.Count == 0)
        {
            return null;
        }

        var readable = sizes.Where(size => size.Kind != SizePhraseKind.Unreadable).ToList();
        var wrong = wrongTechniques.Select(mention => mention.Text)
            .Concat(wrongSites.Select(site => Tokenizer.Quote(text, words[site.First], words[site.First + site.Count - 1])))
            .Concat(wrongSizes.Select(size => size.Text));
        // In the order of the fields that differ, and no more of the row than those.
        List<string> official = [];
        if (wrongTechniques.Count > 0)
        {
            official.Add(fact.Technique);
        }

        if (wrongSites.Count > 0)
        {
            official.Add(fact.SiteGroup);
        }

        if (wrongSizes.Count > 0)
        {
            official.Add(SizeOf(fact));
        }

        var mask = named.Aggregate(0ul, (all, site) => all | site.Sites);
        var other = said.Count == 0 ? null : facts.TryFind(technique => said.TrueForAll(mention => mention.Techniques.Contains(technique)), mask, readable);
        return new(
            string.Join(", ", wrong.Distinct(StringComparer.Ordinal).Select(part => '"' + part + '"')),
            string.Join("; ", official.Select(part => '"' + part + '"')),
            other is null || other.Code == fact.Code ? "" : "; that is " + other.Code);
    }

    /// <summary>What a relationship contradicts: a technique that is neither the procedure's nor the page's own.</summary>
    public TextDifference? CompareRelationship(string text, SelectionFact fact, SelectionFact? page)
    {
        var words = Tokenizer.Split(text);
        var aside = meanings.Aside(words);
        var wrong = techniques.Find(text, words)
            .Where(mention => mention.IsExact && !aside[mention.Last] && !mention.Techniques.Contains(fact.Technique))
            .Where(mention => page is null || !mention.Techniques.Contains(page.Technique))
            .Select(mention => mention.Text).Distinct(StringComparer.Ordinal).ToList();
        return wrong.Count == 0 ? null : new(string.Join(", ", wrong.Select(part => '"' + part + '"')), '"' + fact.Technique + '"', "");
    }

    private static List<TechniqueMention> Contradicting(List<TechniqueMention> said, SelectionFact fact, bool isProse)
    {
        var isNamed = said.Exists(mention => mention.IsExact && mention.Techniques.Contains(fact.Technique));
        return
        [
            .. said.Where(mention => !mention.Techniques.Contains(fact.Technique)
                && !mention.IsVague
                // "Wound closure by a local flap" is a local flap.
                && (mention.IsExact || !(isNamed || isProse))),
        ];
    }

    private static bool IsStated(SizePhrase size, List<Word> words, bool[] aside)
    {
        var at = words.FindIndex(word => word.End > size.Start && !word.IsMark);
        return at < 0 || !aside[at];
    }

    private static string SizeOf(SelectionFact fact)
    {
        var unit = SelectionColumns.NameOf(fact.Unit);
        return fact.EachAdditional > 0 ? FormattableString.Invariant($"each additional {fact.EachAdditional / 1000m:0.0##} {unit} above {fact.Above / 1000m:0.0##} {unit}")
            : fact.UpTo is { } upTo ? FormattableString.Invariant($"above {fact.Above / 1000m:0.0##} up to {upTo / 1000m:0.0##} {unit}")
            : FormattableString.Invariant($"above {fact.Above / 1000m:0.0##} {unit}");
    }
}

/// <summary>The words of a text that differ from the code selection table, and the table's words.</summary>
/// <param name="Published">The words that differ, each in quotes.</param>
/// <param name="Official">What the table has in their place, each in quotes.</param>
/// <param name="Other">Which code has what was published; empty when none or several have.</param>
internal sealed record TextDifference(string Published, string Official, string Other);
