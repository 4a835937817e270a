using CodeReference.Compiler.Reading;

namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>Finds pairs that a file says twice to be in force.</summary>
internal static class NcciDuplicates
{
    public static void Report(NcciEditRow[] edits, CodeSetOutput output)
    {
        if (IsSorted(edits))
        {
            ReportNeighbours(edits, output);
        }
        else
        {
            // The order of the files is that of the pairs; only another one costs a copy.
            ReportNeighbours([.. edits.OrderBy(edit => edit.Column1).ThenBy(edit => edit.Column2)], output);
        }
    }

    private static bool IsSorted(NcciEditRow[] edits)
    {
        for (var i = 1; i < edits.Length; i++)
        {
            if (edits[i].Column1 < edits[i - 1].Column1 || (edits[i].Column1 == edits[i - 1].Column1 && edits[i].Column2 < edits[i - 1].Column2))
            {
                return false;
            }
        }

        return true;
    }

    // Of one pair there may be edits that have ended, above and below the one in force.
    private static void ReportNeighbours(NcciEditRow[] edits, CodeSetOutput output)
    {
        var again = new SortedDictionary<int, NcciEditRow>();
        var inForce = -1;
        for (var i = 0; i < edits.Length; i++)
        {
            if (edits[i].Deleted != 0)
            {
                continue;
            }

            if (inForce >= 0 && edits[inForce].Column1 == edits[i].Column1 && edits[inForce].Column2 == edits[i].Column2)
            {
                again[edits[i].Line] = edits[inForce];
            }

            inForce = i;
        }

        if (again.Count > 0)
        {
            ReportLines(again, output);
        }
    }

    private static void ReportLines(SortedDictionary<int, NcciEditRow> again, CodeSetOutput output)
    {
        foreach (var line in TextLine.Of(output.File.Text))
        {
            if (again.TryGetValue(line.Number, out var first))
            {
                var pair = CodeKey.ToText(first.Column1) + " " + CodeKey.ToText(first.Column2);
                output.Report(Diagnostics.DuplicateKey, line.Span, "NCCI edit", pair, FormattableString.Invariant($"line {first.Line}"));
            }
        }
    }
}
