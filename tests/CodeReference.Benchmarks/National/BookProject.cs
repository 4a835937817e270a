using System.Diagnostics;

namespace CodeReference.Benchmarks.National;

/// <summary>A project that compiles a book, as a customer has one: its publications, tables and code sets beside a project file.</summary>
/// <param name="folder">An empty folder.</param>
internal sealed class BookProject(string folder)
{
    private const string Name = "NationalBook";

    /// <summary>The compiled assembly.</summary>
    public string AssemblyPath => Path.Combine(folder, "bin", Name + ".dll");

    /// <summary>Writes the project file.</summary>
    /// <param name="codeSets">Official files; none for a book of publications alone.</param>
    /// <param name="carrier">"Constants", "Resource", or empty for the default.</param>
    public void Write(IReadOnlyList<string> codeSets, string carrier)
    {
        var repository = Repository.Root;
        var output = AppContext.BaseDirectory;
        Directory.CreateDirectory(folder);
        // Nothing of the repository's own settings.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        // As whoever has taken note of thousands of findings about published rows would have it: they stay in the book.
        File.WriteAllText(
            Path.Combine(folder, ".globalconfig"),
            "is_global = true\n" + string.Concat(Enumerable.Range(3001, 99).Select(id => $"dotnet_diagnostic.CR{id}.severity = suggestion\n")));
        File.WriteAllText(Path.Combine(folder, Name + ".csproj"), $"""
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{repository}/generators/CodeReference.Compiler/build/CodeReference.Compiler.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Optimize>true</Optimize>
                <OutputPath>bin/</OutputPath>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <CodeReferenceStorage>{carrier}</CodeReferenceStorage>
                <CodeReferenceTaskAssembly>{output}CodeReference.Compiler.dll</CodeReferenceTaskAssembly>
                <CodeReferenceEdition>synthetic</CodeReferenceEdition>
              </PropertyGroup>
              <ItemGroup>
                <Publication Include="pages/*.txt" />
                <ReferenceTable Include="{repository}/src/CodeReference.Data/tables/*.md" />
                {string.Concat(codeSets.Select(file => $"<CodeSet Include=\"{file}\" />"))}
                <Reference Include="{output}CodeReference.dll" />
                <Analyzer Include="{output}CodeReference.Compiler.dll" />
                <GlobalAnalyzerConfigFiles Include=".globalconfig" />
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{repository}/generators/CodeReference.Compiler/build/CodeReference.Compiler.targets" />
            </Project>
            """);
        Run("restore", out _);
    }

    /// <summary>Builds all of it.</summary>
    public BuildFigures Build()
    {
        Delete("bin");
        Delete("obj/Debug");
        var clock = Stopwatch.StartNew();
        Run("build --no-restore --nologo -clp:Summary -nodeReuse:false -p:UseSharedCompilation=false", out var peak);
        return new(clock.Elapsed, peak, new FileInfo(AssemblyPath).Length);
    }

    private void Delete(string output)
    {
        if (Directory.Exists(Path.Combine(folder, output)))
        {
            Directory.Delete(Path.Combine(folder, output), recursive: true);
        }
    }

    private void Run(string arguments, out long peakMemory)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        peakMemory = 0;
        while (!process.WaitForExit(50))
        {
            peakMemory = Math.Max(peakMemory, ProcessTree.LargestMemory(process.Id));
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {arguments} failed: {output.Result}");
        }
    }
}
