using System.Globalization;
using CodeReference.Compiler.Layout;

namespace CodeReference.Compiler.Emitting;

/// <summary>A file of C#.</summary>
internal sealed record EmittedFile(string Name, string Text);

/// <summary>What the project that compiles a book chooses.</summary>
/// <param name="Namespace">The namespace of the emitted code; what C# would refuse of it is replaced.</param>
/// <param name="Label">What people call the edition; may be empty.</param>
/// <param name="CompilerVersion">The version of this compiler.</param>
internal sealed record EmitOptions(string Namespace, string Label, string CompilerVersion);

/// <summary>The fifth stage: a layout to C#. Constants, names and their documentation; no loops, hashing or branches.</summary>
internal static class BookEmitter
{
    private const int ValuesPerLine = 12;

    public static IEnumerable<EmittedFile> Emit(BookLayout book, EmitOptions options) =>
    [
        new("Book.g.cs", EmitBook(book, options)),
        new("Book.Tables.g.cs", EmitTables(book, options)),
        .. book.Shards.Select((shard, number) => new EmittedFile(Invariant($"Book.Text{number}.g.cs"), EmitShard(shard, number, book, options))),
        EmitNames("Procedures", "ProcedureCode", "Procedures of the book.", CodeSystem.Cpt, book, options),
        EmitNames("Modifiers", "ModifierCode", "Modifiers of the book.", CodeSystem.Modifier, book, options),
        EmitNames("Taxonomies", "TaxonomyCode", "Provider taxonomies of the book.", CodeSystem.NuccTaxonomy, book, options),
        EmitNames("Diagnoses", "DiagnosisCode", "Diagnoses of the book.", CodeSystem.Icd10Cm, book, options),
    ];

    private static string EmitBook(BookLayout book, EmitOptions options) =>
        Start(book, options)
            .Line(Invariant($"/// <summary>The book of edition {book.Edition}, compiled into this assembly.</summary>"))
            .Open("public static partial class Book")
            .Line("/// <summary>All that the book holds.</summary>")
            .Line("public static global::CodeReference.ReferenceBook Instance { get; } = new(new Tables());")
            .Close()
            .ToString();

    private static string EmitTables(BookLayout book, EmitOptions options)
    {
        var writer = Start(book, options)
            .Open("public static partial class Book")
            .Open("private sealed class Tables : global::CodeReference.Compiled.BookTables")
            .Line("public override global::CodeReference.Edition Edition { get; } = new(")
            .Line(Invariant($"    id: \"{book.Edition}\", label: \"{SourceWriter.Literal(options.Label)}\", compilerVersion: \"{SourceWriter.Literal(options.CompilerVersion)}\", diagnostics: {book.DiagnosticCount});"))
            .Line()
            .Line("public override global::CodeReference.Compiled.TextShard[] Text { get; } =")
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
        writer.Open(Invariant($"public override global::System.ReadOnlySpan<{table.Type}> {table.Name} => new {table.Type}[]"));
        foreach (var entry in table.Entries)
        {
            var numbers = entry.Values.Select(value => Number(value, table.Type)).ToList();
            for (var i = 0; i < numbers.Count; i += ValuesPerLine)
            {
                var line = string.Join(", ", numbers.Skip(i).Take(ValuesPerLine)) + ",";
                writer.Line(i == 0 && entry.Comment.Length > 0 ? line + " // " + SourceWriter.Comment(entry.Comment) : line);
            }
        }

        writer.Close("};");
    }

    private static string EmitShard(TextShard shard, int number, BookLayout book, EmitOptions options)
    {
        var writer = Start(book, options)
            .Open("public static partial class Book")
            .Open(Invariant($"private sealed class Text{number} : global::CodeReference.Compiled.TextShard"))
            .Line("public override global::System.ReadOnlySpan<byte> Bytes =>");
        for (var i = 0; i < shard.Texts.Count; i++)
        {
            writer.Line("    \"" + SourceWriter.Literal(shard.Texts[i]) + "\\n\"u8" + (i + 1 < shard.Texts.Count ? " +" : ";"));
        }

        return writer.Close().Close().ToString();
    }

    private static EmittedFile EmitNames(string type, string code, string summary, CodeSystem system, BookLayout book, EmitOptions options)
    {
        var writer = Start(book, options)
            .Line("/// <summary>" + summary + "</summary>")
            .Open(Invariant($"public static class {type}"));
        foreach (var name in book.Names.Where(name => name.System == system))
        {
            var text = CodeKey.ToText(name.Key);
            writer.Line("/// <summary>" + text + ". " + string.Join(" ", name.Documentation.Select(SourceWriter.Xml)) + "</summary>");
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

    private static SourceWriter Start(BookLayout book, EmitOptions options) =>
        new SourceWriter()
            .Line("// <auto-generated/>")
            .Line(Invariant($"// Edition {book.Edition}, compiled by CodeReference.Compiler {options.CompilerVersion}."))
            .Line("#nullable enable")
            .Line()
            .Line(Invariant($"namespace {SourceWriter.Namespace(options.Namespace)};"))
            .Line();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
