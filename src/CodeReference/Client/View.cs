namespace CodeReference.Client;

/// <summary>How much of an answer is given. It never changes the answer, only its length: a text that is left out is empty.</summary>
public enum View
{
    /// <summary>What identifies and decides: codes, titles, verdicts, rule ids, messages and the places of citations.</summary>
    Basic = 0,

    /// <summary>The texts, too: descriptions, notes, prose, quotes, fixes, sources and missing inputs.</summary>
    Full = 1,
}
