namespace CodeReference.Packages.Tests;

/// <summary>
/// The compiler as a stranger uses it: restored by a project outside the solution, which compiles a page of its own and
/// asks it.
/// </summary>
public sealed class CompilerPackageTests(PackageFeed feed)
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

    [Fact]
    public async Task Project_OutsideTheSolution_CompilesItsPageAndAsksIt()
    {
        var project = feed.CreateProject().Write("pages/12001.txt", Page);
        project.Write("official/taxonomies.csv", Taxonomies);
        project.Write("Constants/Constants.csproj", Project("<CodeReferenceClassName>Codes</CodeReferenceClassName><CodeReferenceNamespace>Acme.Reference</CodeReferenceNamespace>", ""));
        project.Write("Constants/Program.cs", """
            using Acme.Reference;

            var book = Codes.Instance;
            var line = book.ValidateModifiers(Procedures.Cpt12001, [Modifiers.Mod50, Modifiers.LT]);
            Console.WriteLine($"{book.Publications.Count} {line.Outcome} {string.Join(' ', line.GetFindings().Select(finding => finding.Rule))}");
            """);
        project.Write("Resource/Resource.csproj", Project("", "<CodeSet Include=\"../official/*.csv\" Edition=\"25.1\" Effective=\"2025-07-01\" />"));
        project.Write("Resource/Program.cs", """
            using Resource;

            var book = Book.Instance;
            book.Taxonomies.TryGet("213E00000X", out var podiatrist);
            Console.WriteLine($"{book.Publications.Count} {podiatrist.OfficialTitle} {podiatrist.Status} {book.CodeSets[0].Name} {book.CodeSets[0].Edition} {book.Diagnostics.Any(diagnostic => diagnostic.Id.ToString() == "CR3010")}");
            """);

        Assert.EndsWith("1 Reject LAT-01\n", await project.DotnetAsync("run --project Constants"), StringComparison.Ordinal);

        // What is wrong is said in that build too, at the cell, by the official file.
        var build = await project.DotnetAsync("build Resource --nologo");
        Assert.Contains("12001.txt(10,1): warning CR3010: Taxonomy \"293W00000X\" is not in NUCC taxonomy 25.1; \"Podiatry\" is 213E00000X (Podiatrist)", build, StringComparison.Ordinal);
        Assert.Contains("docs/diagnostics/CR3010.md", build, StringComparison.Ordinal);
        Assert.EndsWith("1 Podiatrist Valid NUCC taxonomy 25.1 True\n", await project.DotnetAsync("run --project Resource --no-build"), StringComparison.Ordinal);

        // A property that is no choice is no default either.
        Assert.Contains("CodeReferenceStorage is \"Resorce\"", await project.DotnetAsync("build Resource --nologo -p:CodeReferenceStorage=Resorce", succeeds: false), StringComparison.Ordinal);
        Assert.Contains("CodeReferenceMaxNames is \"all\"", await project.DotnetAsync("build Resource --nologo -p:CodeReferenceMaxNames=all", succeeds: false), StringComparison.Ordinal);

        Assert.Contains("error CR3010", await project.DotnetAsync("build Resource --nologo --no-incremental -p:TreatWarningsAsErrors=true", succeeds: false), StringComparison.Ordinal);
        project.Write("Resource/.globalconfig", "is_global = true\n# Podiatrists of our own, whom the NUCC has not listed yet.\ndotnet_diagnostic.CR3010.severity = none\n");
        Assert.DoesNotContain("CR3010", await project.DotnetAsync("build Resource --nologo --no-incremental -p:TreatWarningsAsErrors=true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Constants")]
    [InlineData("Resource")]
    public async Task Build_PageThatIsDeletedMeanwhile_FailsAndSaysWhich(string carrier)
    {
        var project = feed.CreateProject().Write("pages/12001.txt", Page);
        project.Write("pages/12002.txt", "CPT 12002: Gone before it was read\n");
        project.Write("Deleting/Deleting.csproj", Project($"<OutputType>Library</OutputType><CodeReferenceStorage>{carrier}</CodeReferenceStorage>", "").Replace(
            "</Project>", """<Target Name="DeletePage" AfterTargets="ChooseCodeReferenceStorage"><Delete Files="../pages/12002.txt" /></Target></Project>""", StringComparison.Ordinal));

        var build = await project.DotnetAsync("build Deleting --nologo", succeeds: false);

        Assert.Contains("12002.txt(1,1): error CR1002: The file could not be read, so the book leaves it out", build, StringComparison.Ordinal);
    }

    private static string Project(string properties, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
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
}
