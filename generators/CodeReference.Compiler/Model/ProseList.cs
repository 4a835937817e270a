using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model;

/// <summary>A list inside a sentence: the words that announce it, up to the end of the sentence.</summary>
/// <param name="Phrase">The words right before the list.</param>
/// <param name="End">What ends the list before the sentence ends; null when only the sentence's end does.</param>
/// <param name="LastWord">A word after the last item that is none of it.</param>
internal sealed record ProseList(string Phrase, string? End = null, string LastWord = "")
{
    private static readonly string[] Conjunctions = ["and ", "or "];

    /// <summary>The items: split at commas, and before the last one at "and" or "or". None when the text has no such list.</summary>
    public IEnumerable<Line> Items(Line text)
    {
        var start = text.Text.IndexOf(Phrase, StringComparison.Ordinal);
        if (start < 0)
        {
            return [];
        }

        start += Phrase.Length;
        var end = EndOfSentence(text.Text, start);
        if (End is not null && text.Text.IndexOf(End, start, end - start, StringComparison.Ordinal) is >= 0 and var early)
        {
            end = early;
        }

        var list = text.Slice(start, end - start);
        if (LastWord.Length > 0 && list.Text.EndsWith(LastWord, StringComparison.Ordinal))
        {
            list = list.Slice(0, list.Text.Length - LastWord.Length);
        }

        return Split(list).Where(item => !item.IsBlank);
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
        foreach (var conjunction in Conjunctions)
        {
            var at = item.Text.LastIndexOf(" " + conjunction, StringComparison.Ordinal);
            if (at > 0 && item == last)
            {
                yield return item.Slice(0, at);
                item = item.Slice(at + conjunction.Length + 1, item.Text.Length - at - conjunction.Length - 1);
                break;
            }
        }

        yield return item;
    }

    private static Line WithoutConjunction(Line item)
    {
        foreach (var conjunction in Conjunctions)
        {
            if (item.Text.StartsWith(conjunction, StringComparison.Ordinal))
            {
                return item.Slice(conjunction.Length, item.Text.Length - conjunction.Length);
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
