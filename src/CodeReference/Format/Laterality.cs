using System;

namespace CodeReference.Format;

/// <summary>
/// The sides of the body that something speaks of.
/// Compiled into the library and into the compiler.
/// </summary>
[Flags]
internal enum Laterality : byte
{
    /// <summary>No side.</summary>
    None = 0,

    Left = 1,

    Right = 2,

    /// <summary>Unknown: no official title is known.</summary>
    Unknown = 4,
}
