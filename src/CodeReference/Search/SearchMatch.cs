namespace CodeReference;

/// <summary>What of a code matches a search, from best to worst.</summary>
public enum SearchMatch
{
    /// <summary>Nothing: the default.</summary>
    None = 0,

    /// <summary>The text is the code.</summary>
    Code = 1,

    /// <summary>The code begins with the text.</summary>
    CodePrefix = 2,

    /// <summary>All words stand in what the code is called, by its publisher or officially.</summary>
    Title = 3,

    /// <summary>Some words stand only in what else publications say of the code.</summary>
    Text = 4,
}
