using System.Globalization;
using CodeReference.Compiler.Layout;
using CodeReference.Format;

namespace CodeReference.Compiler.Emitting;

/// <summary>A file of C#.</summary>
internal sealed record EmittedFile(string Name, string Text);

/// <summary>What carries the data of a compiled book.</summary>
internal enum BookStorage
{
    /// <summary>Constants of C#, which the generator emits: any book up to some megabytes.</summary>
    Constants,

    /// <summary>An image that the build embeds in the same assembly as a resource: a national book.</summary>
    Resource,
}

/// <summary>What the project that compiles a book chooses.</summary>
/// <param name="Namespace">The namespace of the emitted code; what C# would refuse of it is replaced.</param>
/// <param name="Label">What people call the edition; may be empty.</param>
/// <param name="CompilerVersion">The version of this compiler.</param>
/// <param name="ClassName">The name of the class that gives access to the book.</param>
/// <param name="BookStorage">What carries the data.</param>
/// <param name="MaxNames">A system with more codes than this gets no names for them.</param>
internal sealed record EmitOptions(
    string Namespace, string Label, string CompilerVersion, string ClassName = "Book", BookStorage BookStorage = BookStorage.Constants,
    int MaxNames = EmitOptions.DefaultMaxNames)
{
    /// <summary>More names than these make a build slower than they help anyone who writes code.</summary>
    public const int DefaultMaxNames = 2_000;
}

/// <summary>The sixth stage: a layout to C#. Constants, names and their documentation; no loops, hashing or branches.</summary>
internal static class BookEmitter
{
    private const int ValuesPerLine = 12;

    /// <summary>The class that gives access to the book, and its data as constants.</summary>
    /// <param name="book">Null when an image carries the data.</param>
    /// <param name="options">What the project chooses.</param>
    public static IEnumerable<EmittedFile> EmitBook(BookLayout? book, EmitOptions options)
    {
        yield return new(options.ClassName + ".g.cs", EmitClass(book, options));
        if (book is null)
        {
            yield break;
        }

        yield return new(options.ClassName + ".Tables.g.cs", EmitTables(book, options));
        for (var i = 0; i < book.Shards.Count; i++)
        {
            yield return new(Invariant($"{options.ClassName}.Text{i}.g.cs"), EmitShard(book.Shards[i], i, book, options));
        }
    }

    /// <summary>The names of codes.</summary>
    public static IEnumerable<EmittedFile> EmitNames(EquatableArray<CodeName> names, EmitOptions options) =>
    [
        EmitNames("Procedures", "ProcedureCode", "Procedures of the book.", CodeSystem.Cpt, names, options),
        EmitNames("Modifiers", "ModifierCode", "Modifiers of the book.", CodeSystem.Modifier, names, options),
        EmitNames("Taxonomies", "TaxonomyCode", "Provider taxonomies of the book.", CodeSystem.NuccTaxonomy, names, options),
        EmitNames("Diagnoses", "DiagnosisCode", "Diagnoses of the book.", CodeSystem.Icd10Cm, names, options),
    ];

    private static string EmitClass(BookLayout? book, EmitOptions options) =>
        Start(options, book?.Edition ?? "")
            .Line("/// <summary>The book that is compiled into this assembly.</summary>")
            .Open("public static partial class " + options.ClassName)
            .Line("/// <summary>All that the book holds.</summary>")
            .Line("public static global::CodeReference.ReferenceBook Instance { get; } = " + (book is null
                ? Invariant($"global::CodeReference.ReferenceBook.FromResource(typeof({options.ClassName}).Assembly);")
                : "new(new Tables());"))
            .Close()
            .ToString();

    private static string EmitTables(BookLayout book, EmitOptions options)
    {
        var writer = Start(options, book.Edition)
            .Open("public static partial class " + options.ClassName)
            .Open("private sealed class Tables : global::CodeReference.Format.BookTables")
            .Line("public override global::CodeReference.Edition Edition { get; } = new(")
            .Line(Invariant($"    id: \"{book.Edition}\", label: \"{SourceWriter.Literal(options.Label)}\", compilerVersion: \"{SourceWriter.Literal(options.CompilerVersion)}\", diagnostics: {book.DiagnosticCount});"))
            .Line()
            .Line("public override global::CodeReference.Format.TextShard[] Text { get; } =")
            .Line("[")
            .Line("    " + string.Join(", ", book.Shards.Select((_, number) => Invariant($"new Text{number}()"))))
            .Line("];");
        foreach (var table in book.Tables)
        {
            writer.Line();
            EmitTable(writer, table);
        }

        return writer.Close().Close().ToString();
    }

    private static void EmitTable(SourceWriter writer, ConstantTable table)
    {
        var type = BookSchema.Of(table.Table).Element.ToString().ToLowerInvariant();
        writer.Open(Invariant($"public override global::System.ReadOnlySpan<{type}> {table.Table} => new {type}[]"));
        // An entry with a comment starts a new line; numbers without comments share lines.
        var run = table.Comments.Count > 0 ? table.Width : table.Values.Count;
        for (var start = 0; start < table.Values.Count; start += run)
        {
            var comment = table.Comments.Count > 0 ? table.Comments[start / table.Width] : "";
            for (var i = 0; i < run; i += ValuesPerLine)
            {
                var numbers = Enumerable.Range(start + i, Math.Min(ValuesPerLine, run - i)).Select(index => Number(table.Values[index], type));
                var line = string.Join(", ", numbers) + ",";
                writer.Line(i == 0 && comment.Length > 0 ? line + " // " + SourceWriter.Comment(comment) : line);
            }
        }

        writer.Close("};");
    }

    // One literal: the C# compiler takes most of a millisecond for every one that is added to another.
    private static string EmitShard(TextPoolShard shard, int number, BookLayout book, EmitOptions options)
    {
        var writer = Start(options, book.Edition)
            .Open("public static partial class " + options.ClassName)
            .Open(Invariant($"private sealed class Text{number} : global::CodeReference.Format.TextShard"));
        const string Member = "public override global::System.ReadOnlySpan<byte> Bytes => ";
        if (SourceWriter.TryRawLiteral(shard.Texts) is { } literal)
        {
            writer.Lines(Member + literal + "u8;");
        }
        else
        {
            writer.Line(Member + "\"" + string.Concat(shard.Texts.Select(text => SourceWriter.Literal(text) + "\\n")) + "\"u8;");
        }

        return writer.Close().Close().ToString();
    }

    private static EmittedFile EmitNames(string type, string code, string summary, CodeSystem system, EquatableArray<CodeName> names, EmitOptions options)
    {
        var ofSystem = names.Where(name => CodeKey.SystemOf(name.Key) == system).ToList();
        var writer = Start(options).Line("/// <summary>" + summary + "</summary>");
        if (ofSystem.Count > options.MaxNames)
        {
            writer.Line(Invariant($"/// <remarks>Without names: there are {ofSystem.Count}, and CodeReferenceMaxNames is {options.MaxNames}. Use {code}.Parse.</remarks>"));
            ofSystem.Clear();
        }

        writer.Open(Invariant($"public static class {type}"));
        foreach (var name in ofSystem)
        {
            var text = CodeKey.ToText(name.Key);
            writer.Line("/// <summary>" + text + ". " + SourceWriter.Xml(name.Documentation) + "</summary>");
            writer.Line(Invariant($"public static global::CodeReference.{code} {Identifier(system, text)} => global::CodeReference.{code}.FromKey(0x{name.Key:X16});"));
        }

        return new(type + ".g.cs", writer.Close().ToString());
    }

    // A name begins with a letter: "25" is Mod25, "14020" is Cpt14020.
    private static string Identifier(CodeSystem system, string code) => system switch
    {
        CodeSystem.Cpt => (char.IsDigit(code[0]) ? "Cpt" : "Hcpcs") + code,
        CodeSystem.Modifier when char.IsDigit(code[0]) => "Mod" + code,
        CodeSystem.NuccTaxonomy => "Nucc" + code,
        _ => code.Replace('.', '_'),
    };

    private static string Number(ulong value, string type) =>
        type == "ulong" && value > 9 ? "0x" + value.ToString("X", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);

    private static SourceWriter Start(EmitOptions options, string edition = "") =>
        new SourceWriter()
            .Line("// <auto-generated/>")
            .Line(Invariant($"// {(edition.Length > 0 ? "Edition " + edition + ", compiled" : "Compiled")} by CodeReference.Compiler {options.CompilerVersion}."))
            .Line("#nullable enable")
            .Line()
            .Line(Invariant($"namespace {SourceWriter.Namespace(options.Namespace)};"))
            .Line();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
