namespace CodeReference.Format;

/// <summary>The vocabularies of a book. Compiled into the library and into the compiler.</summary>
internal enum TermKind
{
    Technique,
    AnatomicSite,
    Payer,

    /// <summary>Words of narratives; the meaning is a <see cref="NarrativeWord"/>.</summary>
    Narrative,

    /// <summary>What shows a documentation element; the meaning is a bit for each.</summary>
    Cue,
}
