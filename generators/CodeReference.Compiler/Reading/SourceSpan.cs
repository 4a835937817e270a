namespace CodeReference.Compiler.Reading;

/// <summary>A place in a file.</summary>
/// <param name="Start">The offset of its first UTF-16 unit in the text.</param>
/// <param name="Length">Its length in UTF-16 units; it never crosses a line.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, in UTF-16 units from 1.</param>
internal readonly record struct SourceSpan(int Start, int Length, int Line, int Column);
