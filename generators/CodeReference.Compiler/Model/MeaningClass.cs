namespace CodeReference.Compiler.Model;

/// <summary>
/// The classes of the meaning words table, as it writes them. A row of it is one meaning, and its words are spellings of
/// that meaning, the first of which is its name.
/// </summary>
internal static class MeaningClass
{
    /// <summary>A side. A published one has to be in the official title.</summary>
    public const string Laterality = "laterality";

    /// <summary>A kind of tissue or growth. A published one has to be in the official title.</summary>
    public const string Histology = "histology";

    /// <summary>A visit: initial, subsequent, sequela. A published one has to be in the official title.</summary>
    public const string Encounter = "encounter";

    /// <summary>With and without: what the one says and the other denies is contradicted.</summary>
    public const string Negation = "negation";

    /// <summary>Acute or chronic. A published one has to be in the official title.</summary>
    public const string Acuity = "acuity";

    /// <summary>A numbered type, stage or degree. A published one has to be in the official title.</summary>
    public const string Type = "type";

    /// <summary>A kind of injury. A published one has to be in the official title.</summary>
    public const string Injury = "injury";

    /// <summary>Several spellings of one thing that decides nothing.</summary>
    public const string Spelling = "spelling";

    /// <summary>Words that say nothing.</summary>
    public const string Stop = "stop";

    /// <summary>Names of whole regions of the body, which may stand for a part of them and a part for them.</summary>
    public const string Region = "region";

    /// <summary>Words after which a clause is about something else.</summary>
    public const string Contrast = "contrast";

    /// <summary>Words before which a clause has said what does not do.</summary>
    public const string Shortfall = "shortfall";

    /// <summary>Words that say nothing in the name of a specialty.</summary>
    public const string SpecialtyStop = "specialty stop";

    /// <summary>Phrases in which a word for a side tells no side of the body.</summary>
    public const string NoSide = "no side";

    /// <summary>Endings that a word of a specialty is compared without.</summary>
    public const string SpecialtyEnding = "specialty ending";

    public static readonly string[] All =
    [
        Laterality, Histology, Encounter, Negation, Acuity, Type, Injury, Spelling, Stop, Region, Contrast, Shortfall, NoSide, SpecialtyStop, SpecialtyEnding,
    ];

    /// <summary>Whether a published meaning of a class has to be in the official title.</summary>
    public static bool Decides(string name) => name is Laterality or Histology or Encounter or Acuity or Type or Injury;
}
