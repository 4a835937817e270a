using System;

namespace CodeReference.Format;

/// <summary>
/// What a reader of a narrative finds beyond words, and a documentation element may count as shown.
/// Compiled into the library and into the compiler.
/// </summary>
[Flags]
internal enum ElementFact
{
    None = 0,
    Technique = 1,
    Site = 2,
    Side = 4,
    Size = 8,
    PrimarySize = 16,
    SecondarySize = 32,
    TotalSize = 64,
}
