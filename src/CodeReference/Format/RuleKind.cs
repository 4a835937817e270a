namespace CodeReference.Format;

/// <summary>
/// The kinds of modifier rule: each is a piece of code, and a row of the rule table is one use of it. Those from
/// <see cref="TooManyUnits"/> on are about the line beside its modifiers: a family of their own.
/// Compiled into the library and into the compiler.
/// </summary>
internal enum RuleKind
{
    /// <summary>A modifier is not two of A-Z and 0-9.</summary>
    Malformed,

    /// <summary>A modifier is in no registry.</summary>
    Unrecognized,

    /// <summary>A modifier stands on the line twice.</summary>
    Repeated,

    /// <summary>The line has more modifiers than a claim form carries.</summary>
    TooMany,

    /// <summary>A modifier of a later rank stands before one of an earlier rank.</summary>
    Order,

    /// <summary>One of the row's modifiers and one of those that it must not go with are on the line.</summary>
    Conflict,

    /// <summary>Two or more of the row's modifiers are on the line.</summary>
    Exclusive,

    /// <summary>One of the row's modifiers does not apply to the procedure.</summary>
    NotApplicable,

    /// <summary>One of the row's modifiers depends on the payer.</summary>
    PayerDependent,

    /// <summary>One of the row's modifiers stands, and something is to be said about it that does not speak against it.</summary>
    Noted,

    /// <summary>One of the row's modifiers stands on the line, and none of them in the first place.</summary>
    NotFirst,

    /// <summary>A modifier was not in force on the date of service.</summary>
    NotInForce,

    /// <summary>The modifiers do not stand in the order that the payer asks for.</summary>
    PayerOrder,

    /// <summary>The line has more units than the procedure's medically unlikely edit.</summary>
    TooManyUnits,

    /// <summary>The payer is not one that the book knows.</summary>
    UnknownPayer,

    /// <summary>The payer is a name that several payers share.</summary>
    SharedPayer,
}
