namespace CodeReference.Compiler.Reading;

/// <summary>Says which lines hold characters that no reader sees or expects; their text is kept. One diagnostic a line and rule.</summary>
internal static class OddCharacters
{
    /// <summary>Whether a rule is one of those that this says.</summary>
    public static bool IsSaidBy(DiagnosticRule rule) => rule == Diagnostics.NullCharacter || rule == Diagnostics.OddCharacter;

    public static void Check(SourceFile file, Line line, DiagnosticBag diagnostics)
    {
        var text = line.Text;
        var (firstNull, firstOther, others) = (-1, -1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and < '\u007F')
            {
                continue;
            }

            var codePoint = CodePoints.At(text, i);
            if (codePoint == 0)
            {
                firstNull = firstNull < 0 ? i : firstNull;
            }
            else if (CodePoints.IsOdd(codePoint) && !(codePoint == 0xFFFD && file.BadBytes is not null))
            {
                firstOther = firstOther < 0 ? i : firstOther;
                others++;
            }

            i += codePoint > char.MaxValue ? 1 : 0;
        }

        if (firstNull >= 0)
        {
            diagnostics.Add(Diagnostics.NullCharacter, SpanOf(line, firstNull), CodePoints.Describe(0));
        }

        if (firstOther >= 0)
        {
            var more = others == 1 ? "" : FormattableString.Invariant($" and {others - 1} more like it");
            diagnostics.Add(Diagnostics.OddCharacter, SpanOf(line, firstOther), CodePoints.Describe(CodePoints.At(text, firstOther)), more);
        }
    }

    private static SourceSpan SpanOf(Line line, int index) =>
        new(line.Span.Start + index, CodePoints.At(line.Text, index) > char.MaxValue ? 2 : 1, line.Span.Line, line.Span.Column + index);
}
