using System.Diagnostics;

namespace CodeReference.Compiler.Tests;

/// <summary>
/// The packages as a stranger uses them: packed to a folder, restored from there alone by a project outside the solution,
/// which compiles a page of its own and asks it.
/// </summary>
public sealed class PackageTests : IDisposable
{
    private const string Page = """
        CPT 12001: Small wounds
        Summary & Overview
        A page of our own.
        | Modifier | Description | When to Use |
        |---|---|---|
        LT | Left side | On the left
        | Taxonomy Code | Specialty | Notes |
        |---|---|---|
        207Q00000X | Family Medicine | Small wounds
        293W00000X | Podiatry | Feet
        """;

    private const string Taxonomies = """
        Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section
        207Q00000X,Physicians,Family Medicine,,,,Family Medicine Physician,Individual
        213E00000X,Podiatric Medicine,Podiatrist,,,,Podiatrist,Individual
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("codereference-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Project_OutsideTheSolution_CompilesItsPageAndAsksIt()
    {
        Prepare();
        Write("official/taxonomies.csv", Taxonomies);
        Write("Constants/Constants.csproj", Project("<CodeReferenceClassName>Codes</CodeReferenceClassName><CodeReferenceNamespace>Acme.Reference</CodeReferenceNamespace>", ""));
        Write("Constants/Program.cs", """
            using Acme.Reference;

            var book = Codes.Instance;
            var line = book.ValidateModifiers(Procedures.Cpt12001, [Modifiers.Mod50, Modifiers.LT]);
            Console.WriteLine($"{book.Publications.Count} {line.Outcome} {string.Join(' ', line.GetFindings().Select(finding => finding.Rule))}");
            """);
        Write("Resource/Resource.csproj", Project("", "<CodeSet Include=\"../official/*.csv\" Edition=\"25.1\" Effective=\"2025-07-01\" />"));
        Write("Resource/Program.cs", """
            using Resource;

            var book = Book.Instance;
            book.Taxonomies.TryGet("213E00000X", out var podiatrist);
            Console.WriteLine($"{book.Publications.Count} {podiatrist.OfficialTitle} {podiatrist.Status} {book.CodeSets[0].Name} {book.CodeSets[0].Edition} {book.Diagnostics.Any(diagnostic => diagnostic.Id.ToString() == "CR3010")}");
            """);

        Assert.EndsWith("1 Reject LAT-01\n", Dotnet("run --project Constants"), StringComparison.Ordinal);

        // What is wrong is said in that build too, at the cell, by the official file.
        var build = Dotnet("build Resource --nologo");
        Assert.Contains("12001.txt(10,1): warning CR3010: Taxonomy \"293W00000X\" is not in NUCC taxonomy 25.1; \"Podiatry\" is 213E00000X (Podiatrist)", build, StringComparison.Ordinal);
        Assert.Contains("docs/diagnostics/CR3010.md", build, StringComparison.Ordinal);
        Assert.EndsWith("1 Podiatrist Valid NUCC taxonomy 25.1 True\n", Dotnet("run --project Resource --no-build"), StringComparison.Ordinal);

        // A property that is no choice is no default either.
        Assert.Contains("CodeReferenceCarrier is \"Resorce\"", Dotnet("build Resource --nologo -p:CodeReferenceCarrier=Resorce", succeeds: false), StringComparison.Ordinal);
        Assert.Contains("CodeReferenceMaxNames is \"all\"", Dotnet("build Resource --nologo -p:CodeReferenceMaxNames=all", succeeds: false), StringComparison.Ordinal);

        Assert.Contains("error CR3010", Dotnet("build Resource --nologo --no-incremental -p:TreatWarningsAsErrors=true", succeeds: false), StringComparison.Ordinal);
        Write("Resource/.globalconfig", "is_global = true\n# Podiatrists of our own, whom the NUCC has not listed yet.\ndotnet_diagnostic.CR3010.severity = none\n");
        Assert.DoesNotContain("CR3010", Dotnet("build Resource --nologo --no-incremental -p:TreatWarningsAsErrors=true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Constants")]
    [InlineData("Resource")]
    public void Build_PageThatIsDeletedMeanwhile_FailsAndSaysWhich(string carrier)
    {
        Prepare();
        Write("pages/12002.txt", "CPT 12002: Gone before it was read\n");
        Write("Deleting/Deleting.csproj", Project($"<OutputType>Library</OutputType><CodeReferenceCarrier>{carrier}</CodeReferenceCarrier>", "").Replace(
            "</Project>", """<Target Name="DeletePage" AfterTargets="ChooseCodeReferenceCarrier"><Delete Files="../pages/12002.txt" /></Target></Project>""", StringComparison.Ordinal));

        var build = Dotnet("build Deleting --nologo", succeeds: false);

        Assert.Contains("12002.txt(1,1): error CR1002: The file could not be read, so that nothing of it is in the book", build, StringComparison.Ordinal);
    }

    private void Prepare()
    {
        Pack("generators/CodeReference.Compiler");
        Pack("src/CodeReference");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("nuget.config", "<configuration><packageSources><clear /><add key=\"folder\" value=\"packages\" /></packageSources></configuration>");
        Write("pages/12001.txt", Page);
    }

    private static string Project(string properties, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
            <RestorePackagesPath>../restored</RestorePackagesPath>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <Publication Include="../pages/*.txt" />
            {items}
            <PackageReference Include="CodeReference" Version="*" />
            <PackageReference Include="CodeReference.Compiler" Version="*" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    // As built for these tests: a package of another build would not be what they test.
    private void Pack(string project) =>
        Dotnet($"pack \"{Path.Combine(Repository.Root, project)}\" --no-build -c {Configuration} -o packages");

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Dotnet(string arguments, bool succeeds = true)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The build that runs these tests says things to its children that another build should not hear.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 == succeeds, $"dotnet {arguments} ended with {process.ExitCode}.\n{output}\n{error.Result}");
        return output;
    }

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
}
