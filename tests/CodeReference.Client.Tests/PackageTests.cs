using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace CodeReference.Client.Tests;

/// <summary>The package as a stranger uses it: packed to a folder, restored into a project outside the solution, and asked a question.</summary>
public sealed partial class PackageTests(RunningService service) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codereference-client-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Project_OutsideTheSolution_AsksTheServiceWithoutAToolOfItsOwn()
    {
        foreach (var project in (string[])["CodeReference", "CodeReference.Contracts", "CodeReference.Client"])
        {
            // As built for these tests: a package of another build would not be what they test.
            Dotnet($"pack \"{Path.Combine(Repository.Root, "src", project)}\" --no-build -c {Configuration} -o packages");
        }

        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        // What the package depends on is where the restore of the solution has put it.
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="packages" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{RestoredPackages()}" /></fallbackPackageFolders>
            </configuration>
            """);
        Write("Asking/Asking.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <RestorePackagesPath>../restored</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="CodeReference.Client" Version="*" />
              </ItemGroup>
            </Project>
            """);
        Write("Asking/Program.cs", """
            using CodeReference.Answers;
            using CodeReference.Client;

            using var reference = new CodeReferenceClient(args[0]);
            var line = await reference.ValidateModifiersAsync(new ValidationQuery("14020", "50", "LT"));
            Console.WriteLine($"{line.Outcome} {string.Join(' ', line.Findings.Select(finding => finding.Rule))}");
            """);

        Assert.EndsWith("Reject LAT-01 LAT-04\n", Dotnet($"run --project Asking -- {service.Process.AddressText}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Package_Dependencies_AreWhatItsUserNeeds()
    {
        Dotnet($"pack \"{Path.Combine(Repository.Root, "src", "CodeReference.Client")}\" --no-build -c {Configuration} -o packages");
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "packages"), "*.nupkg")));
        using var reader = new StreamReader(package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        Assert.Equal(
            ["CodeReference", "CodeReference.Contracts", "Grpc.Net.Client", "Grpc.Net.ClientFactory"],
            DependencyId().Matches(reader.ReadToEnd()).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Contains(package.Entries, entry => entry.FullName == "lib/net10.0/CodeReference.Client.xml");
        Assert.Contains(package.Entries, entry => entry.FullName == "README.md");
    }

    private static string RestoredPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Dotnet(string arguments)
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
        Assert.True(process.ExitCode == 0, $"dotnet {arguments} ended with {process.ExitCode}.\n{output}\n{error.Result}");
        return output;
    }

    [GeneratedRegex("<dependency id=\"([^\"]+)\"")]
    private static partial Regex DependencyId();

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
}
