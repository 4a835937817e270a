namespace CodeReference.Compiler.Checking;

/// <summary>A word of a text, in lower case, or one mark of punctuation.</summary>
/// <param name="Text">Letters and digits; a decimal number is one word.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Word(string Text, int Start, int End)
{
    public bool IsMark => !char.IsLetterOrDigit(Text[0]);

    public bool EndsClause => Text is "." or ";" or ":" or "(" or ")" or "but";
}

/// <summary>Splits texts into words, the same for what is published, for what is official and for the terms of tables.</summary>
internal static class Words
{
    private const string Marks = ".,;:()/";

    /// <summary>The words and marks of a text, in its order; a hyphen parts two words.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsDecimalPoint(text, end)))
                {
                    end++;
                }

                words.Add(new(text.Substring(i, end - i).ToLowerInvariant(), i, end));
                i = end;
            }
            else
            {
                if (Marks.IndexOf(text[i]) >= 0)
                {
                    words.Add(new(text.Substring(i, 1), i, i + 1));
                }

                i++;
            }
        }

        return words;
    }

    /// <summary>The part of a text that some of its words take.</summary>
    public static string Quote(string text, Word first, Word last) => text.Substring(first.Start, last.End - first.Start);

    /// <summary>A word without the s of a plural.</summary>
    public static string Singular(string word) =>
        word.Length > 3 && word[word.Length - 1] == 's' && word[word.Length - 2] is not ('s' or 'u' or 'i') ? word.Substring(0, word.Length - 1) : word;

    private static bool IsDecimalPoint(string text, int at) =>
        text[at] == '.' && char.IsDigit(text[at - 1]) && at + 1 < text.Length && char.IsDigit(text[at + 1]);
}
