using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CodeReference.Format;

namespace CodeReference;

/// <summary>
/// A compiled book: publications, code tables, rules. It is constants in an assembly, so that it needs no load step,
/// holds no memory of its own and never changes; several may live in one process.
/// </summary>
/// <remarks>Immutable and safe to use from any thread.</remarks>
public sealed class ReferenceBook
{
    private readonly BookReader _reader;

    /// <summary>Opens the tables that the compiler has emitted.</summary>
    /// <param name="tables">The tables of a compiled book.</param>
    public ReferenceBook(BookTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        _reader = new(tables);
        Edition = tables.Edition;
        Procedures = new(_reader, CodeSystem.Cpt);
        Modifiers = new(_reader, CodeSystem.Modifier);
        Taxonomies = new(_reader, CodeSystem.NuccTaxonomy);
        Diagnoses = new(_reader, CodeSystem.Icd10Cm);
        PlacesOfService = new(_reader, CodeSystem.PlaceOfService);
    }

    /// <summary>Opens the book that an assembly carries as a resource, which its build has compiled.</summary>
    /// <param name="assembly">The assembly of the compiled book.</param>
    /// <exception cref="InvalidDataException">The assembly has no book, or one that this version cannot read.</exception>
    public static ReferenceBook FromResource(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new(BookImage.Open(assembly));
    }

    /// <summary>Which edition this is.</summary>
    public Edition Edition { get; }

    /// <summary>The publications, in the order of their procedures' codes.</summary>
    public RowList<Publication> Publications => new(_reader, (0, _reader.PublicationCount), static (book, publication) => new(book, publication));

    /// <summary>The procedures that the book knows, whether or not it has a publication of them.</summary>
    public CodeTable Procedures { get; }

    /// <summary>The modifiers that the book knows, whether or not any publication lists them.</summary>
    public CodeTable Modifiers { get; }

    /// <summary>The provider taxonomies that the book knows.</summary>
    public CodeTable Taxonomies { get; }

    /// <summary>The diagnoses that the book knows.</summary>
    public CodeTable Diagnoses { get; }

    /// <summary>The places of service that the book knows.</summary>
    public CodeTable PlacesOfService { get; }

    /// <summary>The official code sets that the book holds, with their editions.</summary>
    public IReadOnlyList<CodeSet> CodeSets
    {
        get
        {
            var sets = new List<CodeSet>();
            for (var row = -1; _reader.TryNextRow(SectionKind.CodeSets, ref row);)
            {
                sets.Add(new(_reader, row));
            }

            return sets;
        }
    }

    /// <summary>What the compiler found wrong with the texts of the book, by file and place.</summary>
    public RowList<Advisory> Diagnostics => new(_reader, (0, _reader.DiagnosticCount), static (book, row) => new(book, row));

    /// <summary>How many rows the book holds, of all tables and of the prose.</summary>
    public int RowCount => _reader.RowCount - _reader.DiagnosticCount;

    /// <summary>How many codes the book knows, of all systems.</summary>
    public int CodeCount => Procedures.Count + Modifiers.Count + Taxonomies.Count + Diagnoses.Count + PlacesOfService.Count;

    internal BookReader Reader => _reader;

    /// <summary>The codes of a system.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such system.</exception>
    public CodeTable CodesOf(CodeSystem system) => system switch
    {
        CodeSystem.Cpt => Procedures,
        CodeSystem.Modifier => Modifiers,
        CodeSystem.NuccTaxonomy => Taxonomies,
        CodeSystem.Icd10Cm => Diagnoses,
        CodeSystem.PlaceOfService => PlacesOfService,
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "Expected a code system."),
    };

    /// <summary>Finds the publication of a procedure.</summary>
    /// <returns>False when the book has none, which says nothing against the procedure.</returns>
    public bool TryGetPublication(ProcedureCode procedure, out Publication publication)
    {
        var slot = _reader.SlotOf(procedure.Key);
        var number = slot < 0 ? 0u : _reader.Tables.ProcedurePublications[slot - _reader.ProcedureStart];
        publication = new(_reader, (int)number - 1);
        return number > 0;
    }

    /// <summary>The procedures with a publication whose codes are most like one, the most alike first; at most three.</summary>
    public string[] NearestPublications(ProcedureCode procedure) => CodeTable.Nearest(_reader.Tables.Publications, procedure.Key);

    /// <summary>Finds the NCCI edit of two procedures.</summary>
    /// <param name="column1">The procedure that is paid.</param>
    /// <param name="column2">The procedure that is not; the other way round is another question.</param>
    /// <param name="edit">The edit: one in force where the book holds several.</param>
    /// <returns>False when the book holds no such edit; without NCCI files in <see cref="CodeSets"/> that says nothing.</returns>
    public bool TryGetNcciEdit(ProcedureCode column1, ProcedureCode column2, out NcciEdit edit) => NcciEdit.TryFind(_reader, column1, column2, out edit);

    /// <summary>The NCCI edits in which a procedure is the one that is paid, by the other procedure's code.</summary>
    public RowList<NcciEdit> NcciEditsOf(ProcedureCode column1) => NcciEdit.Of(_reader, column1);

    /// <summary>Finds a payer by its name or by any name that people give it.</summary>
    /// <param name="name">Any case; empty for no payer.</param>
    /// <returns>The payer; one that is not known when the book has no such name.</returns>
    public Payer FindPayer(ReadOnlySpan<char> name) => Payer.Find(_reader, name);

    /// <inheritdoc cref="FindPayer(ReadOnlySpan{char})"/>
    /// <param name="name">UTF-8, any case; empty for no payer.</param>
    public Payer FindPayer(ReadOnlySpan<byte> name) => Payer.Find(_reader, name);

    /// <summary>Says of each modifier of a claim line whether it may stand there, and what is wrong with the line.</summary>
    /// <param name="line">The line: its procedure, its modifiers, and whatever else is known.</param>
    /// <exception cref="ArgumentException">There are more modifiers than <see cref="ModifierRules.MaxModifiers"/>, or the payer is of another book.</exception>
    public ModifierValidation ValidateModifiers(in ClaimLine line)
    {
        ModifierRules.ThrowIfTooMany(line.Modifiers.Length, nameof(line));
        if (!line.Payer.IsOf(_reader))
        {
            throw new ArgumentException("The payer is of another book; expected one that FindPayer of this book gave.", nameof(line));
        }

        return ModifierRules.Validate(_reader, line);
    }

    /// <summary>The same for a line of which no more than the payer is known.</summary>
    /// <param name="procedure">The procedure of the line.</param>
    /// <param name="modifiers">In the order of the line; <c>default</c> stands for one that is malformed. At most <see cref="ModifierRules.MaxModifiers"/>.</param>
    /// <param name="payer">The payer; <c>default</c> when it is not known.</param>
    /// <exception cref="ArgumentException">There are more modifiers than the limit, or the payer is of another book.</exception>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public ModifierValidation ValidateModifiers(ProcedureCode procedure, ReadOnlySpan<ModifierCode> modifiers, Payer payer = default) =>
        ValidateModifiers(new() { Procedure = procedure, Modifiers = modifiers, Payer = payer });

    /// <inheritdoc cref="ValidateModifiers(ProcedureCode, ReadOnlySpan{ModifierCode}, Payer)"/>
    /// <param name="procedure">The procedure of the line.</param>
    /// <param name="modifiers">In the order of the line, as sent. At most <see cref="ModifierRules.MaxModifiers"/>.</param>
    /// <param name="payer">The payer; <c>default</c> when it is not known.</param>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public ModifierValidation ValidateModifiers(ProcedureCode procedure, ReadOnlySpan<string> modifiers, Payer payer = default)
    {
        ModifierRules.ThrowIfTooMany(modifiers.Length, nameof(modifiers));
        Span<ModifierCode> codes = stackalloc ModifierCode[modifiers.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = ModifierCode.TryParse(modifiers[i], out var code) ? code : default;
        }

        return ValidateModifiers(new() { Procedure = procedure, Modifiers = codes, Payer = payer });
    }

    /// <summary>Finds codes by how they begin, and by words of their titles and texts, the best first; <see cref="CodeSearch"/> says in which order.</summary>
    /// <param name="text">
    /// The beginning of a code in any case, a diagnosis with or without its dot: "1402", "lt", "s41.0". Or words, of which
    /// each has to begin a word of the code, in any case and order: "flap trunk". A text without a letter or digit finds nothing.
    /// </param>
    /// <param name="systems">The systems whose codes are sought; none for all.</param>
    /// <param name="maxResults">The most results to return, from 1 to <see cref="CodeSearch.MaxResults"/>.</param>
    /// <returns>A new array, the only memory that a search takes.</returns>
    /// <exception cref="ArgumentException">The text is longer than <see cref="CodeSearch.MaxTextLength"/> characters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such system, or the number of results is out of range.</exception>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public SearchResult[] SearchCodes(ReadOnlySpan<char> text, ReadOnlySpan<CodeSystem> systems = default, int maxResults = CodeSearch.DefaultResults) =>
        CodeSearch.Search(_reader, text, systems, maxResults);

    /// <inheritdoc cref="SearchCodes(ReadOnlySpan{char}, ReadOnlySpan{CodeSystem}, int)"/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter.")]
    public SearchResult[] SearchCodes(ReadOnlySpan<byte> text, ReadOnlySpan<CodeSystem> systems = default, int maxResults = CodeSearch.DefaultResults) =>
        CodeSearch.Search(_reader, text, systems, maxResults);

    /// <summary>Finds the codes that a technique, a site and a size select.</summary>
    /// <exception cref="ArgumentException">Nothing is given, or the size is not a positive number up to <see cref="SelectionQuery.MaxSize"/> with a unit.</exception>
    public CodeSelection SelectCode(SelectionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return CodeSelector.Select(_reader, query);
    }
}
