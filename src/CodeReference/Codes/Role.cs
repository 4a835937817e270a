namespace CodeReference;

/// <summary>What a code is to the publication that mentions it.</summary>
public enum Role
{
    /// <summary>No role: the default.</summary>
    None = 0,

    /// <summary>The procedure that the publication is about.</summary>
    Subject = 1,

    /// <summary>A modifier that may go with the procedure.</summary>
    Modifier = 2,

    /// <summary>A provider taxonomy that performs it.</summary>
    Taxonomy = 3,

    /// <summary>A diagnosis that justifies it.</summary>
    Diagnosis = 4,

    /// <summary>A procedure that is related to it.</summary>
    RelatedProcedure = 5,
}
