namespace CodeReference.Client;

/// <summary>A code that is to be looked up.</summary>
/// <param name="Code">The code in any case; the dot of a diagnosis may be left out.</param>
/// <param name="System">Its system; none for every system whose shape it has, of which the first that holds it answers.</param>
public readonly record struct CodeQuery(string Code, CodeSystem System = CodeSystem.None)
{
    /// <summary>A code of any system.</summary>
    public static implicit operator CodeQuery(string code) => new(code);
}
