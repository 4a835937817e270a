namespace CodeReference.Compiled;

/// <summary>The vocabularies of a book. Compiled into the library and into the compiler.</summary>
internal enum TermKind
{
    Technique,
    AnatomicSite,
    Payer,
}
