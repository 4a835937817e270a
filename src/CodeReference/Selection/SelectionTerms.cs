using CodeReference.Format;

namespace CodeReference;

/// <summary>Says what a query names, and what became of it.</summary>
internal static class SelectionTerms
{
    public static ResolvedTerm[] Resolved(CodeSelection selection)
    {
        ref readonly var given = ref selection.Input;
        var terms = new List<ResolvedTerm>();
        AddField(selection, terms, Criterion.Technique, selection.Query.Technique, given.TechniqueTerm, given.Technique);
        AddField(selection, terms, Criterion.Site, selection.Query.AnatomicSite, given.SiteTerm, given.Site);
        foreach (var mention in given.Narrative?.Mentions ?? [])
        {
            if (mention.Criterion != Criterion.None)
            {
                terms.Add(Resolved(selection, mention));
            }
        }

        return [.. terms];
    }

    /// <summary>The sizes of the narrative that are in a unit: no field has a size among its terms.</summary>
    public static IEnumerable<ResolvedTerm> SizesIn(CodeSelection selection, SizeUnit unit)
    {
        foreach (var mention in selection.Input.Narrative?.Mentions ?? [])
        {
            if (mention.Criterion == Criterion.Size && mention.Unit == unit)
            {
                yield return Resolved(selection, mention);
            }
        }
    }

    public static string[] Unresolved(CodeSelection selection)
    {
        ref readonly var given = ref selection.Input;
        var terms = new List<string>();
        AddUnresolved(terms, selection.Query.Technique, given.TechniqueTerm);
        AddUnresolved(terms, selection.Query.AnatomicSite, given.SiteTerm);
        return [.. terms];
    }

    public static SideMention[] Sides(CodeSelection selection)
    {
        ref readonly var given = ref selection.Input;
        var sides = new List<SideMention>();
        AddSides(selection.Query.Technique, given.TechniqueSides, TermOrigin.Field);
        AddSides(selection.Query.AnatomicSite, given.SiteSides, TermOrigin.Field);
        AddSides(selection.Query.Narrative, given.Narrative?.Mentions, TermOrigin.Narrative);
        return [.. sides];

        void AddSides(string text, IEnumerable<NarrativeMention>? mentions, TermOrigin origin)
        {
            foreach (var mention in mentions ?? [])
            {
                if (mention.Side != Side.None && mention.Use == TermUse.Taken)
                {
                    var start = origin == TermOrigin.Narrative ? mention.Start : 0;
                    sides.Add(new()
                    {
                        Side = mention.Side,
                        Term = text[mention.Start..mention.End],
                        Origin = origin,
                        Start = start,
                        Citation = CitationOf(selection.Book, mention.Term),
                    });
                }
            }
        }
    }

    /// <summary>The names of what a term can mean.</summary>
    public static string[] MeaningsOf(BookReader book, Criterion criterion, ulong meanings)
    {
        var names = criterion == Criterion.Technique ? book.Tables.Techniques : book.Tables.AnatomicSites;
        var said = new List<string>();
        for (var bit = 0; bit < names.Length; bit++)
        {
            if ((meanings >> bit & 1) != 0)
            {
                said.Add(book.TextAt(names[bit]).ToString());
            }
        }

        return [.. said];
    }

    private static ResolvedTerm Resolved(CodeSelection selection, in NarrativeMention mention) => new()
    {
        Criterion = mention.Criterion,
        Term = selection.Query.Narrative[mention.Start..mention.End],
        Meanings = MeaningsOf(selection.Book, mention),
        Use = mention.Use,
        Origin = TermOrigin.Narrative,
        Start = mention.Start,
        Citation = CitationOf(selection.Book, mention.Term),
    };

    private static string[] MeaningsOf(BookReader book, in NarrativeMention mention) => mention.Criterion == Criterion.Size
        ? mention.Value == 0 ? [] : [WoundSize.Of(mention.Value).ToText(mention.Unit)]
        : MeaningsOf(book, mention.Criterion, Vocabulary.MeaningOf(book, mention.Term));

    private static void AddField(CodeSelection selection, List<ResolvedTerm> terms, Criterion criterion, string text, int term, TermValue value)
    {
        if (term < 0)
        {
            return;
        }

        var own = TermValue.Of(selection.Book, term);
        var use = value.IsAmbiguous ? TermUse.Differs : own == value ? TermUse.Taken : TermUse.LessExact;
        terms.Add(new()
        {
            Criterion = criterion,
            Term = text.Trim(),
            Meanings = MeaningsOf(selection.Book, criterion, own.Meanings),
            Use = use,
            Origin = TermOrigin.Field,
            Start = 0,
            Citation = CitationOf(selection.Book, term),
        });
    }

    private static void AddUnresolved(List<string> terms, string text, int term)
    {
        if (term < 0 && !string.IsNullOrWhiteSpace(text))
        {
            terms.Add(text.Trim());
        }
    }

    private static Citation CitationOf(BookReader book, int term) => book.CitationOf(Vocabulary.RowOf(book, term));
}
