using System.IO.Compression;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(CodeReference.Packages.Tests.PackageFeed))]

namespace CodeReference.Packages.Tests;

/// <summary>What is in each package, and what it brings along.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    /// <summary>The packages with their dependencies, as ids with commas between them.</summary>
    public static TheoryData<string, string> Dependencies => new()
    {
        { "CodeReference", "" },
        { "CodeReference.Client", "CodeReference,CodeReference.Contracts,Grpc.Net.Client,Grpc.Net.ClientFactory" },
        { "CodeReference.Compiler", "" },
        { "CodeReference.Contracts", "Google.Api.CommonProtos,Google.Protobuf,Grpc.Core.Api" },
        { "CodeReference.Data", "CodeReference" },
    };

    [Fact]
    public void Solution_Packed_GivesFivePackagesWithoutAWarning()
    {
        Assert.Equal(
            Dependencies.Select(row => row.Data.Item1),
            Directory.GetFiles(feed.Packages, "*.nupkg").Select(Path.GetFileName).Select(name => name![..^".0.0.0.nupkg".Length]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("warning", feed.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void Package_Dependencies_AreWhatItsUserNeeds(string id, string dependencies)
    {
        using var package = feed.Open(id);

        Assert.Equal(dependencies, string.Join(',', Metadata(package).Descendants().Where(IsNamed("dependency")).Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void Package_Metadata_SaysWhatItIs(string id, string dependencies)
    {
        using var package = feed.Open(id);
        var metadata = Metadata(package);

        Assert.Equal(["README.md", "icon.png", "Apache-2.0"], new[] { "readme", "icon", "license" }.Select(name => metadata.Elements().Single(IsNamed(name)).Value));
        Assert.NotEmpty(metadata.Elements().Single(IsNamed("description")).Value);
        Assert.All(["README.md", "icon.png", "NOTICE"], file => Assert.NotNull(package.GetEntry(file)));
        Assert.StartsWith($"# {id}\n", Text(package, "README.md"), StringComparison.Ordinal);
        Assert.Equal(id == "CodeReference.Compiler", metadata.Elements().Any(IsNamed("developmentDependency")));
        Assert.Equal(dependencies.Length == 0 && id != "CodeReference", !package.Entries.Any(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("CodeReference")]
    [InlineData("CodeReference.Client")]
    [InlineData("CodeReference.Contracts")]
    [InlineData("CodeReference.Data")]
    public void Package_OfALibrary_HasDocumentationAndSymbols(string id)
    {
        using var package = feed.Open(id);
        using var symbols = feed.Open(id, ".snupkg");

        Assert.Equal([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], Folder(package, "lib/"));
        Assert.Equal([$"lib/net10.0/{id}.pdb"], Folder(symbols, "lib/"));
        Assert.True(package.GetEntry($"lib/net10.0/{id}.xml")!.Length > 1000);
    }

    [Fact]
    public void Compiler_Package_HoldsAnAnalyzerItsStepsAndItsTables()
    {
        using var package = feed.Open("CodeReference.Compiler");

        Assert.Equal(["analyzers/dotnet/cs/CodeReference.Compiler.dll"], Folder(package, "analyzers/"));
        Assert.Equal(["build/CodeReference.Compiler.props", "build/CodeReference.Compiler.targets"], Folder(package, "build/"));
        Assert.Contains("tables/modifier-rules.md", Folder(package, "tables/"));
        Assert.DoesNotContain("tables/official-titles.md", Folder(package, "tables/"));
        Assert.Contains("docs/diagnostics/CR3010.md", Folder(package, "docs/"));
    }

    private static XElement Metadata(ZipArchive package) =>
        XDocument.Parse(Text(package, package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).FullName)).Root!.Elements().Single(IsNamed("metadata"));

    private static Func<XElement, bool> IsNamed(string name) => element => element.Name.LocalName == name;

    private static List<string> Folder(ZipArchive package, string folder) =>
        [.. package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
