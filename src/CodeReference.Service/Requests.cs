using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Google.Protobuf.Collections;
using Wire = CodeReference.V1;

namespace CodeReference.Service;

/// <summary>Reads requests: what is well formed becomes a type of the library, all else an error that names the field.</summary>
internal static class Requests
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;
    private const int MaxCandidates = 50;

    /// <summary>The most items of a batch.</summary>
    public const int MaxBatch = 1000;

    /// <summary>The most diagnoses that a claim line may point to.</summary>
    public const int MaxDiagnoses = 24;

    private static readonly CodeSystem[] Systems = [CodeSystem.Cpt, CodeSystem.Modifier, CodeSystem.NuccTaxonomy, CodeSystem.Icd10Cm, CodeSystem.PlaceOfService];

    public static ProcedureCode Procedure(string code)
    {
        Require("procedure_code", code);
        return ProcedureCode.TryParse(code, out var procedure)
            ? procedure
            : throw Errors.FieldInvalid("procedure_code", "Expected five digits, or four and a letter before or after them.");
    }

    /// <summary>The systems that a code can be of: the one named, or all whose shape it has.</summary>
    public static CodeSystem[] SystemsOf(Wire.CodeSystem system, string code)
    {
        RequireDefined("system", system);
        Require("code", code);
        CodeSystem[] asked = system == Wire.CodeSystem.Unspecified ? Systems : [(CodeSystem)system];
        CodeSystem[] shaped = [.. asked.Where(candidate => CodeShape.Has(candidate, code))];
        return shaped.Length > 0
            ? shaped
            : throw Errors.FieldInvalid("code", system == Wire.CodeSystem.Unspecified ? "Has not the shape of any code system." : $"Has not the shape of the codes of {system}.");
    }

    public static void Modifiers(IReadOnlyCollection<string> modifiers)
    {
        if (modifiers.Count > ModifierRules.MaxModifiers)
        {
            throw Errors.LimitExceeded("modifiers", ModifierRules.MaxModifiers, modifiers.Count);
        }
    }

    public static void Diagnoses(IList<string> codes, Span<DiagnosisCode> diagnoses)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (!DiagnosisCode.TryParse(codes[i], out diagnoses[i]))
            {
                throw Errors.FieldInvalid(string.Create(CultureInfo.InvariantCulture, $"diagnosis_codes[{i}]"), "Expected a letter and two to six more letters or digits, with or without the dot after the third.");
            }
        }
    }

    public static void DiagnosisCount(int count)
    {
        if (count > MaxDiagnoses)
        {
            throw Errors.LimitExceeded("diagnosis_codes", MaxDiagnoses, count);
        }
    }

    public static PlaceOfServiceCode PlaceOfService(string code) =>
        PlaceOfServiceCode.TryParse(code, out var place) || string.IsNullOrWhiteSpace(code)
            ? place
            : throw Errors.FieldInvalid("place_of_service", "Expected two digits.");

    public static TaxonomyCode Taxonomy(string code) =>
        TaxonomyCode.TryParse(code, out var taxonomy) || string.IsNullOrWhiteSpace(code)
            ? taxonomy
            : throw Errors.FieldInvalid("taxonomy_code", "Expected nine letters or digits and an X.");

    public static ClaimType ClaimType(Wire.ClaimType type)
    {
        RequireDefined("claim_type", type);
        return (ClaimType)type;
    }

    public static DateOnly? ServiceDate(Google.Type.Date? date)
    {
        if (date is null)
        {
            return null;
        }

        return IsDay(date.Year, date.Month, date.Day)
            ? new(date.Year, date.Month, date.Day)
            : throw Errors.FieldInvalid("service_date", "Expected a whole date of the calendar: year, month and day.");
    }

    /// <summary>Whether three numbers are a day of the calendar.</summary>
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    public static int Units(int units) => units >= 0 ? units : throw Errors.FieldInvalid("units", "Expected 0 when they are not known, or a positive number.");

    /// <summary>The line of a message of a stream; null stands for a message that could not be read.</summary>
    public static Wire.ValidateModifiersRequest Line(Wire.StreamValidateModifiersRequest? request) =>
        request is null ? throw Errors.MessageInvalid() : request.Line ?? throw Errors.FieldInvalid("line", "Required.");

    public static void Batch(string field, int count)
    {
        if (count > MaxBatch)
        {
            throw Errors.LimitExceeded(field, MaxBatch, count);
        }
    }

    public static (string Query, CodeSystem[] Systems, int MaxResults) Search(Wire.SearchCodesRequest request)
    {
        Require("query", request.Query);
        if (request.Query.Length > CodeSearch.MaxTextLength)
        {
            throw Errors.LimitExceeded("query", CodeSearch.MaxTextLength, request.Query.Length);
        }

        for (var i = 0; i < request.Systems.Count; i++)
        {
            if (!Enum.IsDefined(request.Systems[i]) || request.Systems[i] == Wire.CodeSystem.Unspecified)
            {
                throw Errors.FieldInvalid(string.Create(CultureInfo.InvariantCulture, $"systems[{i}]"), "Expected a code system; leave the list empty for all.");
            }
        }

        return request.MaxResults switch
        {
            < 0 => throw Errors.FieldInvalid("max_results", "Expected 0 for the default, or a positive number."),
            > CodeSearch.MaxResults => throw Errors.LimitExceeded("max_results", CodeSearch.MaxResults, request.MaxResults),
            0 => (request.Query, Systems(request), CodeSearch.DefaultResults),
            _ => (request.Query, Systems(request), request.MaxResults),
        };

        static CodeSystem[] Systems(Wire.SearchCodesRequest request) => [.. request.Systems.Select(system => (CodeSystem)system)];
    }

    public static SelectionQuery Selection(Wire.SelectCodeRequest request)
    {
        if (request.MaxCandidates < 0)
        {
            throw Errors.FieldInvalid("max_candidates", "Expected 0 for the default, or a positive number.");
        }

        if (request.MaxCandidates > MaxCandidates)
        {
            throw Errors.LimitExceeded("max_candidates", MaxCandidates, request.MaxCandidates);
        }

        if (request.Size is null && request.Wounds.Count == 0 && string.IsNullOrWhiteSpace(request.Technique)
            && string.IsNullOrWhiteSpace(request.AnatomicSite) && string.IsNullOrWhiteSpace(request.Narrative))
        {
            throw Errors.FieldInvalid("technique", "Nothing is given: expected a technique, an anatomic_site, a size, wounds or a narrative.");
        }

        var narrative = Encoding.UTF8.GetByteCount(request.Narrative);
        if (narrative > SelectionQuery.MaxNarrativeLength)
        {
            throw Errors.LimitExceeded("narrative", SelectionQuery.MaxNarrativeLength, narrative);
        }

        return new()
        {
            Technique = request.Technique,
            AnatomicSite = request.AnatomicSite,
            Size = request.Size is { } size ? Size(size) : null,
            Unit = request.Size is { } measured ? (SizeUnit)measured.Unit : SizeUnit.None,
            Wounds = Wounds(request.Wounds),
            Narrative = request.Narrative,
            MaxCandidates = request.MaxCandidates == 0 ? SelectionQuery.DefaultCandidates : request.MaxCandidates,
        };
    }

    public static bool IsFull(Wire.View view)
    {
        RequireDefined("view", view);
        return view == Wire.View.Full;
    }

    public static void Edition(Edition served, string wanted)
    {
        if (wanted.Length > 0 && wanted != served.Id)
        {
            throw Errors.EditionMismatch(served.Id, wanted);
        }
    }

    public static int PageSize(int size) => size switch
    {
        < 0 => throw Errors.FieldInvalid("page_size", "Expected 0 for the default, or a positive number."),
        0 => DefaultPageSize,
        _ => Math.Min(size, MaxPageSize),
    };

    /// <summary>A token for the page of a list that starts at an item.</summary>
    public static string PageToken(Edition edition, string list, int start) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{edition.Id}:{list}:{start}")));

    /// <summary>The item that a page starts at.</summary>
    public static int PageStart(Edition served, string list, string token, int count)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[64];
        if (token.Length > 64 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length))
        {
            throw Errors.PageTokenInvalid();
        }

        var parts = Encoding.UTF8.GetString(bytes[..length]).Split(':');
        if (parts.Length != 3 || parts[1] != list || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            throw Errors.PageTokenInvalid();
        }

        Edition(served, parts[0]);
        return start > 0 && start < count ? start : throw Errors.PageTokenInvalid();
    }

    private static double Size(Wire.Measurement size)
    {
        if (!double.IsFinite(size.Value) || size.Value <= 0)
        {
            throw Errors.FieldInvalid("size.value", "Expected a finite number above 0.");
        }

        RequireSize("size.value", size.Value);
        RequireDefined("size.unit", size.Unit);
        return size.Unit == Wire.Unit.Unspecified
            ? throw Errors.FieldInvalid("size.unit", "Expected UNIT_CENTIMETER or UNIT_SQUARE_CENTIMETER.")
            : size.Value;
    }

    private static Wound[] Wounds(RepeatedField<Wire.Wound> wounds)
    {
        if (wounds.Count > SelectionQuery.MaxWounds)
        {
            throw Errors.LimitExceeded("wounds", SelectionQuery.MaxWounds, wounds.Count);
        }

        var (length, area) = (0.0, 0.0);
        for (var i = 0; i < wounds.Count; i++)
        {
            var wound = wounds[i];
            if (!double.IsFinite(wound.Length) || wound.Length <= 0)
            {
                throw Errors.FieldInvalid(string.Create(CultureInfo.InvariantCulture, $"wounds[{i}].length"), "Expected a finite number above 0.");
            }

            if (!double.IsFinite(wound.Width) || wound.Width < 0)
            {
                throw Errors.FieldInvalid(string.Create(CultureInfo.InvariantCulture, $"wounds[{i}].width"), "Expected a finite number, 0 when it is not known.");
            }

            RequireSize(string.Create(CultureInfo.InvariantCulture, $"wounds[{i}].length"), wound.Length);
            RequireSize(string.Create(CultureInfo.InvariantCulture, $"wounds[{i}].width"), wound.Width);
            length += wound.Length;
            area += wound.Length * wound.Width;
        }

        RequireSize("wounds", Math.Max(length, area));
        return [.. wounds.Select(wound => new Wound(wound.Length, wound.Width))];
    }

    private static void RequireSize(string field, double size)
    {
        if (size > SelectionQuery.MaxSize)
        {
            throw Errors.LimitExceeded(field, SelectionQuery.MaxSize, size);
        }
    }

    private static void Require(string field, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Errors.FieldInvalid(field, "Required.");
        }
    }

    private static void RequireDefined<TEnum>(string field, TEnum value)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw Errors.FieldInvalid(field, $"Not a value of {typeof(TEnum).Name}.");
        }
    }
}
