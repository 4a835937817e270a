using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeReference.Client.Tests;

/// <summary>A program of a page: compiled against the assemblies of these tests, and run as a process of its own.</summary>
internal static partial class SampleProgram
{
    // As a project with implicit usings has them.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the comments of a program say that it writes: <c>Console.WriteLine(...);  // 14020</c>.</summary>
    public static IReadOnlyList<string> Comments(string program) => [.. Commented().Matches(program).Select(match => match.Groups[1].Value)];

    /// <summary>Runs a program.</summary>
    /// <returns>The lines that it writes.</returns>
    public static async Task<string[]> RunAsync(string name, string program)
    {
        // Beside the assemblies that it needs, which is where they are looked for.
        var path = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        Compile(name, program, path);
        var tests = Path.Combine(AppContext.BaseDirectory, "CodeReference.Client.Tests");
        var start = new ProcessStartInfo("dotnet", ["exec", "--depsfile", tests + ".deps.json", "--runtimeconfig", tests + ".runtimeconfig.json", path]);
        return (await Run.OutputOfAsync(start)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Compile(string name, string program, string path)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(program, options)],
            References,
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var file = File.Create(path);
        var result = compilation.Emit(file);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [GeneratedRegex(@"WriteLine\(.*\);\s+// (.+)")]
    private static partial Regex Commented();
}
