namespace CodeReference.Client;

/// <summary>A code to look up.</summary>
/// <remarks>Immutable. <c>default</c> asks for the empty code, which is an error.</remarks>
public readonly record struct CodeQuery
{
    /// <summary>Asks for a code.</summary>
    /// <param name="code">The code in any case; the dot of a diagnosis may be left out.</param>
    /// <param name="system">Its system; <see cref="CodeSystem.None"/> for the first system that has the code.</param>
    public CodeQuery(string code, CodeSystem system = CodeSystem.None) => (Code, System) = (code, system);

    /// <summary>The code in any case; the dot of a diagnosis may be left out.</summary>
    public string Code { get => field ?? ""; init; }

    /// <summary>Its system; <see cref="CodeSystem.None"/> for the first system that has the code.</summary>
    public CodeSystem System { get; init; }

    /// <summary>Asks for a code of any system.</summary>
    public static implicit operator CodeQuery(string code) => new(code);
}
