using System.Text;
using CodeReference.Format;

namespace CodeReference.Compiler.Checking;

/// <summary>
/// A message of the rule table as a diagnostic of a page has it: there is no claim line, only a procedure and a modifier.
/// </summary>
internal static class RuleMessage
{
    /// <summary>Fills a message, without the full stop at its end.</summary>
    /// <param name="template">The message.</param>
    /// <param name="values">What its places say; one that only a claim line has a value for is named: "the payer".</param>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        var parts = new TemplateReader(Encoding.UTF8.GetBytes(template));
        while (parts.Read())
        {
            text.Append(Text(parts.Text));
            if (parts.HasPlace)
            {
                var place = Text(parts.Place);
                text.Append(values.TryGetValue(place, out var value) ? value : "the " + place);
            }
        }

        return text.ToString().TrimEnd('.');
    }

    /// <summary>The names of a message's places, and the text behind an unclosed brace.</summary>
    public static List<string> PlacesOf(string template)
    {
        var places = new List<string>();
        var parts = new TemplateReader(Encoding.UTF8.GetBytes(template));
        while (parts.Read())
        {
            if (parts.HasPlace)
            {
                places.Add(Text(parts.Place));
            }
            else if (parts.Text.IndexOf((byte)'{') is >= 0 and var open)
            {
                places.Add(Text(parts.Text.Slice(open + 1)));
            }
        }

        return places;
    }

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8.ToArray());
}
