using System;

namespace CodeReference.Format;

/// <summary>
/// Reads a message of the rule table part by part: a text, and behind it the name of a place that a value goes to, as in
/// "{modifiers} contradict each other". What fills a message decides what each place says; no other code looks for braces.
/// Compiled into the library and into the compiler.
/// </summary>
/// <param name="template">The message in UTF-8. A brace that nothing closes is text.</param>
internal ref struct TemplateReader(ReadOnlySpan<byte> template)
{
    private ReadOnlySpan<byte> _rest = template;
    private bool _isAtEnd;

    /// <summary>The text before the place.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>The place with its braces, for one that has no value; empty behind the last text.</summary>
    public ReadOnlySpan<byte> Braces { get; private set; }

    /// <summary>Whether a place stands behind the text.</summary>
    public readonly bool HasPlace => !Braces.IsEmpty;

    /// <summary>The name of the place.</summary>
    public readonly ReadOnlySpan<byte> Place => Braces.Slice(1, Braces.Length - 2);

    /// <summary>Moves to the next part.</summary>
    /// <returns>False behind the last.</returns>
    public bool Read()
    {
        if (_isAtEnd)
        {
            return false;
        }

        if (_rest.IndexOf((byte)'{') is >= 0 and var start && _rest.Slice(start).IndexOf((byte)'}') is > 0 and var length)
        {
            Text = _rest.Slice(0, start);
            Braces = _rest.Slice(start, length + 1);
            _rest = _rest.Slice(start + length + 1);
        }
        else
        {
            Text = _rest;
            Braces = default;
            _isAtEnd = true;
        }

        return true;
    }
}
