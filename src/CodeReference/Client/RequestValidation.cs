using System.Globalization;
using System.Text;

namespace CodeReference.Client;

/// <summary>
/// Checks what a caller has written, in this process or in a message of the service: what is well formed becomes a code, all
/// else the error that the contract gives it.
/// </summary>
internal static class RequestValidation
{
    private const int MaxCandidates = 50;
    private const int MaxQuote = 40;

    private static readonly CodeSystem[] Systems = [CodeSystem.Cpt, CodeSystem.Modifier, CodeSystem.NuccTaxonomy, CodeSystem.Icd10Cm, CodeSystem.PlaceOfService];

    public static ProcedureCode Procedure(string code)
    {
        Require("procedure_code", code);
        return ProcedureCode.TryParse(code, out var procedure)
            ? procedure
            : throw Malformed("procedure_code", code, CodeSystem.Cpt);
    }

    /// <summary>The systems that a code can be of: the one named, or all whose shape it has.</summary>
    public static CodeSystem[] SystemsOf(CodeQuery query)
    {
        RequireDefined("system", query.System);
        Require("code", query.Code);
        CodeSystem[] asked = query.System == CodeSystem.None ? Systems : [query.System];
        CodeSystem[] shaped = [.. asked.Where(system => CodeShape.Has(system, query.Code))];
        return shaped.Length > 0
            ? shaped
            : throw FieldInvalid("code", query.System == CodeSystem.None
                ? $"{Quote(query.Code)} does not match the format of any code system."
                : $"{Quote(query.Code)} does not match the format of {query.System}; expected {CodeFormat.Of(query.System)}.");
    }

    public static (CodeSystem[] Systems, int MaxResults) SearchCodes(string text, IReadOnlyCollection<CodeSystem> systems, int maxResults)
    {
        Require("query", text);
        Limit("query", CodeSearch.MaxTextLength, text.Length);
        CodeSystem[] asked = [.. systems];
        for (var i = 0; i < asked.Length; i++)
        {
            if (!Systems.Contains(asked[i]))
            {
                throw FieldInvalid(string.Create(CultureInfo.InvariantCulture, $"systems[{i}]"), $"{asked[i]} is not a code system that can be searched; leave the list empty for all.");
            }
        }

        if (maxResults < 0)
        {
            throw FieldInvalid("max_results", $"{maxResults} is negative; expected 0 for the default, or a positive number.");
        }

        Limit("max_results", CodeSearch.MaxResults, maxResults);
        return (asked, maxResults == 0 ? CodeSearch.DefaultResults : maxResults);
    }

    public static void Selection(SelectionQuery query)
    {
        if (query.MaxCandidates < 1)
        {
            throw FieldInvalid("max_candidates", "The number is too low; expected 1 or more. In a message 0 means the default.");
        }

        Limit("max_candidates", MaxCandidates, query.MaxCandidates);
        if (query.Size is null && query.Wounds.Count == 0 && string.IsNullOrWhiteSpace(query.Technique)
            && string.IsNullOrWhiteSpace(query.AnatomicSite) && string.IsNullOrWhiteSpace(query.Narrative))
        {
            throw FieldInvalid("technique", "The query is empty; expected a technique, an anatomic site, a size, wounds or a narrative.");
        }

        Limit("narrative", SelectionQuery.MaxNarrativeLength, Encoding.UTF8.GetByteCount(query.Narrative));
        if (query.Size is { } size)
        {
            Positive("size.value", size);
            Limit("size.value", SelectionQuery.MaxSize, size);
            if (query.Unit is not (SizeUnit.Centimeter or SizeUnit.SquareCentimeter))
            {
                throw FieldInvalid("size.unit", query.Unit == SizeUnit.None
                    ? "The size has no unit; expected centimeters or square centimeters."
                    : $"{(int)query.Unit} is not a unit; expected centimeters or square centimeters.");
            }
        }

        Wounds(query.Wounds);
    }

    /// <summary>Checks the procedure of a claim line, and how much the line holds.</summary>
    public static void Line(ValidationQuery query)
    {
        Procedure(query.ProcedureCode);
        Limit("modifiers", ModifierRules.MaxModifiers, query.Modifiers.Count);
        Limit("diagnosis_codes", ValidationQuery.MaxDiagnoses, query.DiagnosisCodes.Count);
    }

    /// <summary>Reads a checked claim line.</summary>
    /// <param name="book">The book that knows the payers.</param>
    /// <param name="query">The line as written.</param>
    /// <param name="modifiers">Room for as many modifiers as the line has; one that is malformed is empty.</param>
    /// <param name="diagnoses">Room for as many diagnoses.</param>
    public static ClaimLine Read(ReferenceBook book, ValidationQuery query, Span<ModifierCode> modifiers, Span<DiagnosisCode> diagnoses)
    {
        for (var i = 0; i < modifiers.Length; i++)
        {
            modifiers[i] = ModifierCode.TryParse(query.Modifiers[i], out var modifier) ? modifier : default;
        }

        for (var i = 0; i < diagnoses.Length; i++)
        {
            if (!DiagnosisCode.TryParse(query.DiagnosisCodes[i], out diagnoses[i]))
            {
                throw Malformed(string.Create(CultureInfo.InvariantCulture, $"diagnosis_codes[{i}]"), query.DiagnosisCodes[i], CodeSystem.Icd10Cm);
            }
        }

        RequireDefined("claim_type", query.ClaimType);
        return new()
        {
            Procedure = Procedure(query.ProcedureCode),
            Modifiers = modifiers,
            Payer = book.FindPayer(query.Payer),
            ClaimType = query.ClaimType,
            PlaceOfService = PlaceOfServiceCode.TryParse(query.PlaceOfService, out var place) || string.IsNullOrWhiteSpace(query.PlaceOfService)
                ? place
                : throw Malformed("place_of_service", query.PlaceOfService, CodeSystem.PlaceOfService),
            Taxonomy = TaxonomyCode.TryParse(query.TaxonomyCode, out var taxonomy) || string.IsNullOrWhiteSpace(query.TaxonomyCode)
                ? taxonomy
                : throw Malformed("taxonomy_code", query.TaxonomyCode, CodeSystem.NuccTaxonomy),
            Diagnoses = diagnoses,
            ServiceDate = query.ServiceDate,
            Units = query.Units >= 0 ? query.Units : throw FieldInvalid("units", $"{query.Units} is negative; expected a positive number, or 0 when the units are not known."),
        };
    }

    public static bool IsFull(View view)
    {
        RequireDefined("view", view);
        return view == View.Full;
    }

    /// <summary>Checks that a request is bound to no edition, or to the one that answers.</summary>
    public static void Edition(Edition served, string wanted)
    {
        if (wanted.Length > 0 && wanted != served.Id)
        {
            throw CodeReferenceException.Of(new()
            {
                Reason = ErrorReasons.EditionMismatch,
                Message = $"The book has edition {served.Id}; the request asks for another.",
                Metadata = new Dictionary<string, string> { ["have"] = served.Id, ["want"] = wanted },
            });
        }
    }

    /// <summary>The publication of a procedure.</summary>
    public static Publication Publication(ReferenceBook book, ProcedureCode procedure) =>
        book.TryGetPublication(procedure, out var publication)
            ? publication
            : throw CodeNotFound(procedure.ToString(), "the book has no publication of this procedure", book.NearestPublications(procedure));

    /// <summary>The entry of a code in the first of the systems that holds it.</summary>
    public static CodeEntry Entry(ReferenceBook book, string code, CodeSystem[] systems)
    {
        foreach (var system in systems)
        {
            if (book.CodesOf(system).TryGet(code, out var entry))
            {
                return entry;
            }
        }

        throw CodeNotFound(code.Trim().ToUpperInvariant(), "the book does not know this code", systems.SelectMany(system => book.CodesOf(system).Nearest(code)).Take(3));
    }

    public static void RequireDefined<TEnum>(string field, TEnum value)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw FieldInvalid(field, $"{value:D} is not a value of {typeof(TEnum).Name}; expected {string.Join(", ", Enum.GetNames<TEnum>())}.");
        }
    }

    public static void Limit(string field, double limit, double actual)
    {
        if (actual > limit)
        {
            throw CodeReferenceException.Of(new()
            {
                Reason = ErrorReasons.LimitExceeded,
                Message = $"{field}: {Text(actual)} is over the limit of {Text(limit)}.",
                Violations = [new() { Field = field, Description = $"At most {Text(limit)}." }],
                Metadata = new Dictionary<string, string> { ["limit"] = Text(limit), ["actual"] = Text(actual) },
            });
        }
    }

    public static CodeReferenceException FieldInvalid(string field, string message) =>
        CodeReferenceException.Of(new()
        {
            Reason = ErrorReasons.FieldInvalid,
            Message = $"{field}: {message}",
            Violations = [new() { Field = field, Description = message }],
        });

    private static CodeReferenceException Malformed(string field, string code, CodeSystem system) =>
        FieldInvalid(field, $"{Quote(code)} is malformed; expected {CodeFormat.Of(system)}.");

    // A caller may send a megabyte where a code belongs.
    private static string Quote(string text) => text.Length <= MaxQuote ? $"\"{text}\"" : $"\"{text[..MaxQuote]}...\"";

    private static CodeReferenceException CodeNotFound(string code, string what, IEnumerable<string> nearest)
    {
        var codes = string.Join(',', nearest);
        return CodeReferenceException.Of(new()
        {
            Reason = ErrorReasons.CodeNotFound,
            Message = $"{code}: {what}.",
            Metadata = codes.Length == 0 ? new Dictionary<string, string>() : new() { ["nearest"] = codes },
        });
    }

    private static void Wounds(IReadOnlyList<Wound> wounds)
    {
        Limit("wounds", SelectionQuery.MaxWounds, wounds.Count);
        var (length, area) = (0.0, 0.0);
        for (var i = 0; i < wounds.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"wounds[{i}]");
            Positive($"{field}.length", wounds[i].Length);
            if (!double.IsFinite(wounds[i].Width) || wounds[i].Width < 0)
            {
                throw FieldInvalid($"{field}.width", $"{Text(wounds[i].Width)} is not a width; expected a finite number, or 0 when the width is not known.");
            }

            Limit($"{field}.length", SelectionQuery.MaxSize, wounds[i].Length);
            Limit($"{field}.width", SelectionQuery.MaxSize, wounds[i].Width);
            length += wounds[i].Length;
            area += wounds[i].Length * wounds[i].Width;
        }

        Limit("wounds", SelectionQuery.MaxSize, Math.Max(length, area));
    }

    private static void Positive(string field, double size)
    {
        if (!double.IsFinite(size) || size <= 0)
        {
            throw FieldInvalid(field, $"{Text(size)} is not a size; expected a finite number above 0.");
        }
    }

    private static void Require(string field, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw FieldInvalid(field, "The field is empty; expected a value.");
        }
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
