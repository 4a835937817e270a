namespace CodeReference.Compiler.Tests;

/// <summary>The plainest reading of a page's tables: split at line feeds and pipes, and no more. Knows of no escapes.</summary>
internal static class NaiveReading
{
    public sealed record Row(string Header, string[] Cells, int Line, int Column);

    public static IEnumerable<Row> Rows(string[] lines)
    {
        var header = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains('|') || IsRule(lines[i]))
            {
                continue;
            }

            if (i + 1 < lines.Length && IsRule(lines[i + 1]))
            {
                header = Cells(lines[i])[0];
                continue;
            }

            yield return new(header, Cells(lines[i]), i + 1, lines[i].Length - lines[i].TrimStart(' ', '|').Length + 1);
        }
    }

    private static bool IsRule(string line) => line.Contains("|-", StringComparison.Ordinal) && line.Trim('|', '-', ' ').Length == 0;

    private static string[] Cells(string line)
    {
        line = line.Trim();
        line = line.StartsWith('|') ? line[1..] : line;
        line = line.EndsWith('|') ? line[..^1] : line;
        return [.. line.Split('|').Select(cell => cell.Trim())];
    }
}
