namespace CodeReference.Tests;

/// <summary>A row of a table in a text file, read the plain way: lines, pipes, spaces. What the compiler is compared with.</summary>
/// <param name="File">The file, as the repository has it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Header">The texts of the header row.</param>
/// <param name="Cells">The texts of the row.</param>
internal sealed record SourceRow(string File, int Line, string[] Header, string[] Cells)
{
    /// <summary>The publication of the default book.</summary>
    public const string Publication = "src/CodeReference.Data/publications/cpt-14020.txt";

    public string this[string column] => Cells[Array.IndexOf(Header, column)];

    public static SourceRow[] Read(string file)
    {
        var rows = new List<SourceRow>();
        var lines = System.IO.File.ReadAllLines(Path.Combine(Repository.Root, file));
        string[]? header = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (i + 1 < lines.Length && lines[i + 1].StartsWith("|---|", StringComparison.Ordinal))
            {
                header = Split(lines[i++]);
            }
            else if (header is not null && lines[i].Contains('|', StringComparison.Ordinal))
            {
                rows.Add(new(file, i + 1, header, Split(lines[i])));
            }
            else
            {
                header = null;
            }
        }

        return [.. rows];
    }

    /// <summary>The rows of a reference table of the default book: "modifier-rules".</summary>
    public static SourceRow[] ReadTable(string name) => Read($"src/CodeReference.Data/tables/{name}.md");

    /// <summary>The entries of a cell that holds a list.</summary>
    public string[] List(string column, char separator) =>
        this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Split(string line)
    {
        var text = line.Trim();
        text = text.StartsWith('|') ? text[1..] : text;
        text = text.EndsWith('|') ? text[..^1] : text;
        return text.Split('|', StringSplitOptions.TrimEntries);
    }
}
