using CodeReference.Compiler.Checking.Vocabularies;
using CodeReference.Compiler.Facts;
using CodeReference.Compiler.Model;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>
/// Holds the diagnoses of a page against ICD-10-CM. A row has one mistake at most: the first of code, billability, title,
/// relevance and site.
/// </summary>
internal sealed class DiagnosisChecker(CodeFacts diagnoses, MeaningWords meanings, SiteVocabulary sites)
{
    private const int MostChildren = 10;

    private readonly DiagnosisTitles _titles = new(diagnoses, meanings, sites);

    public Contradiction? Check(Row row, SelectionFact? page)
    {
        if (diagnoses.IsAbsent(row.Key, out var source))
        {
            return Unknown(row, source);
        }

        if (diagnoses.TryGet(row.Key) is not { } code)
        {
            return null;
        }

        if (!code.IsBillable)
        {
            return Heading(row, code);
        }

        var official = new DiagnosisTitle(code.Title, meanings, sites);
        var isOutside = page is { HasSites: true } && official.SiteMask != 0 && (official.SiteMask & page.Sites) == 0;
        return TitleOf(row, code, official, isOutside ? page : null)
            ?? RelevanceOf(row, code, official)
            ?? (isOutside ? Outside(code, row, page!) : null);
    }

    private Contradiction Unknown(Row row, string source)
    {
        var named = Named(new DiagnosisTitle(row[PublishedColumns.Description], meanings, sites).Signature, row.Key);
        return new(
            Diagnostics.UnknownDiagnosis, PublishedColumns.Code, new(row[PublishedColumns.Description], "", source),
            CodeKey.ToText(row.Key), source, named is null ? "" : $"; \"{row[PublishedColumns.Description]}\" is {named.Code}");
    }

    private Contradiction Heading(Row row, CodePeriod code)
    {
        var children = diagnoses.StartingWith(row.Key, code.Code.Count(c => c != '.')).Where(child => child.IsBillable).Select(child => child.Code).ToList();
        var below = children.Count == 0 ? "" : "; billable below it: " + ListText.Of(children, MostChildren);
        return new(Diagnostics.NotBillable, PublishedColumns.Code, new(code.Code, code.Title, code.Source), code.Code, code.Source, below);
    }

    private Contradiction? TitleOf(Row row, CodePeriod code, DiagnosisTitle official, SelectionFact? outside)
    {
        var text = row[PublishedColumns.Description];
        if (text.Length == 0)
        {
            return null;
        }

        var published = new DiagnosisTitle(text, meanings, sites);
        if (DiagnosisTitle.Difference(published, official) is not { } difference)
        {
            return null;
        }

        var why = difference == text ? "the two have no word in common" : $"\"{difference}\" is not in the official title";
        var named = Named(published.Signature, row.Key);
        var rest = (named is null ? "" : $"; the published title belongs to {named.Code}")
            + (outside is null ? "" : $"; the official site is not among \"{outside.SiteGroup}\", the sites of {outside.Code}");
        return new(Diagnostics.OtherDiagnosis, PublishedColumns.Description, new(text, code.Title, code.Source), code.Code, text, code.Source, code.Title, why, rest);
    }

    private Contradiction? RelevanceOf(Row row, CodePeriod code, DiagnosisTitle official)
    {
        var text = row[PublishedColumns.Note];
        if (official.Sites.Count == 0 || text.Length == 0)
        {
            return null;
        }

        var words = Tokenizer.Split(text);
        var aside = meanings.Aside(words);
        var named = sites.Find(words).Where(site => !aside[site.First]).ToList();
        if (named.Count == 0 || named.Exists(site => (site.Sites & official.SiteMask) != 0))
        {
            return null;
        }

        var first = named[0];
        var quoted = Tokenizer.Quote(text, words[first.First], words[first.First + first.Count - 1]);
        var relevance = new DiagnosisTitle(quoted, meanings, sites);
        var fitting = Named(official.SignatureAt(relevance.Sites.SelectMany(relevance.WordsOf)), row.Key);
        return new(
            Diagnostics.OtherSite, PublishedColumns.Note, new(text, code.Title, code.Source),
            code.Code, quoted, code.Source, code.Title, fitting is null ? "" : $"; the code for \"{quoted}\" is {fitting.Code}");
    }

    private static Contradiction Outside(CodePeriod code, Row row, SelectionFact page) => new(
        Diagnostics.OutsideSiteGroup, PublishedColumns.Code, new(row[PublishedColumns.Description], page.SiteGroup, page.Source),
        code.Code, code.Title, code.Source, page.SiteGroup, page.Code, page.Source);

    private CodePeriod? Named(string signature, ulong own) => _titles.TryFind(signature) is { } code && code.Key != own ? code : null;
}
