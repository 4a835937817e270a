namespace CodeReference.Benchmarks;

/// <summary>Reads the rows of a reference table as text, each a dictionary by column.</summary>
internal static class PlainTable
{
    public static List<Dictionary<string, string>> Read(string name)
    {
        var rows = new List<Dictionary<string, string>>();
        string[]? header = null;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "tables", name + ".md")).Where(line => line.StartsWith('|')))
        {
            string[] cells = [.. line.Trim()[1..^1].Split('|', StringSplitOptions.TrimEntries)];
            if (header is null)
            {
                header = cells;
            }
            else if (!line.StartsWith("|---", StringComparison.Ordinal))
            {
                rows.Add(header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
            }
        }

        return rows;
    }
}
