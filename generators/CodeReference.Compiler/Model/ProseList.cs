using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model;

/// <summary>A list inside a sentence: the words that announce it, up to the end of the sentence.</summary>
/// <param name="Phrase">The words right before the list.</param>
/// <param name="End">What ends the list before the sentence ends; null when only the sentence's end does.</param>
/// <param name="LastWord">A word after the last item that does not belong to it.</param>
internal sealed record ProseList(string Phrase, string? End = null, string LastWord = "")
{
    private static readonly string[] Conjunctions = ["and ", "or "];

    /// <summary>The items: split at commas, and before the last one at "and" or "or". None when the text has no such list.</summary>
    public IEnumerable<Line> Items(Line text)
    {
        var (phrase, start) = Wording.Find(text.Text, 0, Phrase);
        if (phrase < 0)
        {
            return [];
        }

        var end = EndOfSentence(text.Text, start);
        if (End is not null && text.Text.IndexOf(End, start, end - start, StringComparison.Ordinal) is >= 0 and var early)
        {
            end = early;
        }

        return Split(WithoutLastWord(text.Slice(start, end - start))).Where(item => !item.IsBlank);
    }

    private Line WithoutLastWord(Line list)
    {
        var start = list.Text.Length - LastWord.Length;
        return LastWord.Length > 0 && start > 0 && char.IsWhiteSpace(list.Text[start - 1]) && Wording.EndOf(list.Text, start, LastWord) > 0
            ? list.Slice(0, start)
            : list;
    }

    private static IEnumerable<Line> Split(Line list)
    {
        var start = 0;
        while (list.Text.IndexOf(',', start) is >= 0 and var comma)
        {
            yield return WithoutConjunction(list.Slice(start, comma - start));
            start = comma + 1;
        }

        var last = list.Slice(start, list.Text.Length - start);
        var item = WithoutConjunction(last);
        if (item == last && LastConjunction(item.Text) is > 0 and var at)
        {
            yield return item.Slice(0, at);
            item = WithoutConjunction(item.Slice(at, item.Text.Length - at));
        }

        yield return item;
    }

    // The place of the last "and" among the words; of the last "or" when there is none.
    private static int LastConjunction(string text)
    {
        foreach (var conjunction in Conjunctions)
        {
            for (var i = text.Length - 1; i > 0; i--)
            {
                if (char.IsWhiteSpace(text[i - 1]) && Wording.EndOf(text, i, conjunction) > 0)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static Line WithoutConjunction(Line item)
    {
        foreach (var conjunction in Conjunctions)
        {
            if (Wording.EndOf(item.Text, 0, conjunction) is > 0 and var start)
            {
                return item.Slice(start, item.Text.Length - start);
            }
        }

        return item;
    }

    private static int EndOfSentence(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            {
                return i;
            }
        }

        return text.Length;
    }
}
