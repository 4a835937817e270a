using System.Globalization;
using System.Text;
using CodeReference.Compiler.Model;

namespace CodeReference.Compiler.Tests;

/// <summary>What a file was modelled to, to be read: its rows by section, each with its line and column.</summary>
internal static class ModelDump
{
    public static string Of(IEnumerable<FileModel> files)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Path} {(file.Procedure == 0 ? "-" : CodeKey.ToText(file.Procedure))}\n");
            foreach (var section in file.Sections)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {section.Kind}\n");
                foreach (var row in section.Rows)
                {
                    var code = row.Key == 0 ? "" : CodeKey.ToText(row.Key) + ": ";
                    text.Append(CultureInfo.InvariantCulture, $"    {row.Span.Line}:{row.Span.Column} {code}{string.Join(" ¦ ", row.Cells.Select(cell => Visible(cell.Text)))}\n");
                }
            }
        }

        return text.ToString();
    }

    // What cannot be seen, or is white space other than a space, by its number.
    private static string Visible(string text) => string.Concat(text.Select(c =>
        c != ' ' && (char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)
            ? string.Create(CultureInfo.InvariantCulture, $"<U+{(int)c:X4}>")
            : c.ToString()));
}
