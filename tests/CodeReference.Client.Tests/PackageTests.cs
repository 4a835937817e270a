namespace CodeReference.Client.Tests;

/// <summary>The package as a stranger uses it: packed to a folder, restored into a project outside the solution, and asked a question.</summary>
public sealed class PackageTests(RunningService service) : IDisposable
{
    private readonly OutsideProject _outside = new();

    public void Dispose() => _outside.Dispose();

    [Fact]
    public async Task Project_OutsideTheSolution_AsksTheServiceWithoutAToolOfItsOwn()
    {
        await _outside.PackAsync("src/CodeReference", "src/CodeReference.Contracts", "src/CodeReference.Client");
        _outside.Write("Asking/Asking.csproj", """
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
        _outside.Write("Asking/Program.cs", """
            using CodeReference.Answers;
            using CodeReference.Client;

            using var reference = new CodeReferenceClient(args[0]);
            var line = await reference.ValidateModifiersAsync(new ValidationQuery("14020", "50", "LT"));
            Console.WriteLine($"{line.Outcome} {string.Join(' ', line.Findings.Select(finding => finding.Rule))}");
            """);

        Assert.EndsWith("Reject LAT-01 LAT-04\n", await _outside.DotnetAsync("run", "--project", "Asking", "--", service.Process.AddressText), StringComparison.Ordinal);
    }
}
