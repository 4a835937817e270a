namespace CodeReference;

/// <summary>
/// What a code of each system looks like, in words, as every message has them.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class CodeFormat
{
    /// <summary>The words that come after "expected": "five digits, or four and a letter before or after them".</summary>
    public static string Of(CodeSystem system) => system switch
    {
        CodeSystem.Cpt => "five digits, or four and a letter before or after them",
        CodeSystem.Modifier => "two of A-Z and 0-9",
        CodeSystem.NuccTaxonomy => "nine of A-Z and 0-9, and an X",
        CodeSystem.Icd10Cm => "a letter and two to six more of A-Z and 0-9, with or without a dot after the third",
        _ => "two digits",
    };
}
