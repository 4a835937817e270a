using System.Globalization;

namespace CodeReference.Tests;

/// <summary>A search without an index: it reads all that the book says of each code, for each question.</summary>
internal sealed class SearchOracle
{
    private readonly List<Code> _codes = [];

    public SearchOracle(ReferenceBook book)
    {
        foreach (var system in Enum.GetValues<CodeSystem>().Where(system => system != CodeSystem.None))
        {
            var table = book.CodesOf(system);
            _codes.AddRange(Enumerable.Range(0, table.Count).Select(i => Read(book, table[i])));
        }
    }

    /// <summary>All words of the book, in lower case and in their order.</summary>
    public string[] Words => [.. _codes.SelectMany(code => code.TextWords).Distinct().Order(StringComparer.Ordinal)];

    public string[] Codes => [.. _codes.Select(code => code.Text)];

    public (string Code, SearchMatch Match)[] Search(string text, CodeSystem[] systems, int maxResults)
    {
        var words = WordsOf(text).Distinct().ToArray();
        return [.. _codes
            .Where(code => systems.Length == 0 || systems.Contains(code.System))
            .Select((code, place) => (Code: code, Place: place, Match: MatchOf(code, text, words)))
            .Where(hit => hit.Match != SearchMatch.None)
            .OrderBy(hit => hit.Match)
            .ThenBy(hit => hit.Match < SearchMatch.Title ? 0 : hit.Code.IsWhole(words, hit.Match) ? 0 : 1)
            .ThenBy(hit => hit.Match < SearchMatch.Title ? 0 : hit.Code.TitleLength)
            .ThenBy(hit => hit.Place)
            .Take(maxResults)
            .Select(hit => (hit.Code.Text, hit.Match))];
    }

    private static SearchMatch MatchOf(Code code, string text, string[] words)
    {
        var beginning = text.Trim(' ').ToUpperInvariant();
        if (code.System == CodeSystem.Icd10Cm && beginning.Length > 2)
        {
            beginning = beginning[..3] + (beginning.Length == 3 || beginning[3] == '.' ? "" : ".") + beginning[3..];
            beginning = beginning.Length == 4 ? beginning[..3] : beginning;
        }

        return beginning.Length == 0 ? SearchMatch.None
            : code.Text == beginning ? SearchMatch.Code
            : code.Text.StartsWith(beginning, StringComparison.Ordinal) ? SearchMatch.CodePrefix
            : words.Length == 0 ? SearchMatch.None
            : words.All(word => Begins(word, code.TitleWords)) ? SearchMatch.Title
            : words.All(word => Begins(word, code.TextWords)) ? SearchMatch.Text
            : SearchMatch.None;
    }

    private static bool Begins(string word, HashSet<string> words) => words.Any(other => other.StartsWith(word, StringComparison.Ordinal));

    private static Code Read(ReferenceBook book, CodeEntry entry)
    {
        List<string> texts = [];
        foreach (var appearance in entry.Appearances)
        {
            texts.Add(appearance.Description.ToString());
            texts.Add(appearance.Note.ToString());
        }

        if (entry.System == CodeSystem.Cpt && book.TryGetPublication(ProcedureCode.FromKey(entry.Key), out var page))
        {
            texts.AddRange([page.Overview.ToString(), page.ServiceType.ToString(), page.ClinicalContext.ToString()]);
            texts.AddRange(page.SitesOfService.Select(site => site.Name.ToString()));
            RowList<Statement>[] prose = [page.Summary, page.DocumentationElements, page.Payers, page.MissingSections, page.OtherText];
            texts.AddRange(prose.SelectMany(statements => statements).Select(statement => statement.Text.ToString()));
        }

        string[] titles = [entry.Title.ToString(), entry.OfficialTitle.ToString()];
        return new(
            entry.System,
            entry.Code,
            Math.Min(entry.Title.Utf8.Length, 255),
            [.. titles.SelectMany(WordsOf)],
            [.. titles.Concat(texts).SelectMany(WordsOf)]);
    }

    private static IEnumerable<string> WordsOf(string text) =>
        string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLower(c, CultureInfo.InvariantCulture) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word[..Math.Min(word.Length, 32)]);

    private sealed record Code(CodeSystem System, string Text, int TitleLength, HashSet<string> TitleWords, HashSet<string> TextWords)
    {
        public bool IsWhole(string[] words, SearchMatch match) => words.All(match == SearchMatch.Title ? TitleWords.Contains : TextWords.Contains);
    }
}
