using CodeReference.Format;

namespace CodeReference.Compiler.Model;

/// <summary>A word of a text, in lower case, or one mark of punctuation.</summary>
/// <param name="Text">Letters and digits; a decimal number is one word.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Word(string Text, int Start, int End)
{
    public bool IsMark => !char.IsLetterOrDigit(Text[0]);

    public bool EndsClause => Text is "." or ";" or ":" or "(" or ")" or "but";
}

/// <summary>
/// Splits texts into words, to compare what is published with what is official: the one splitter of the compiler's own.
/// It is not <see cref="WordReader"/>, by which narratives are read: that one parts "8cm2" and "A2" and keeps a thousand
/// apart from a decimal, and here a code is one word. Nor is it <see cref="SearchWord"/>, by which codes are searched:
/// that one knows no decimal numbers, no marks and no places.
/// </summary>
internal static class Tokenizer
{
    private const string Marks = ".,;:()/";

    /// <summary>The words and marks of a text, in its order; a hyphen parts two words.</summary>
    public static List<Word> Split(string text)
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

    /// <summary>
    /// The words of a text without its marks, a space around each: " ambulatory surgical center asc ". "left" is found in
    /// it as " left ", and not in "cleft".
    /// </summary>
    public static string Spaced(string text) =>
        " " + string.Join(" ", Split(text).Where(word => !word.IsMark).Select(word => word.Text)) + " ";

    /// <summary>The part of a text that some of its words take.</summary>
    public static string Quote(string text, Word first, Word last) => text.Substring(first.Start, last.End - first.Start);

    /// <summary>A word without the s of a plural.</summary>
    public static string Singular(string word) =>
        word.Length > 3 && word[word.Length - 1] == 's' && word[word.Length - 2] is not ('s' or 'u' or 'i') ? word.Substring(0, word.Length - 1) : word;

    private static bool IsDecimalPoint(string text, int at) =>
        text[at] == '.' && char.IsDigit(text[at - 1]) && at + 1 < text.Length && char.IsDigit(text[at + 1]);
}
