using CodeReference.Packages.Tests;

namespace CodeReference.Client.Tests;

/// <summary>The package as a stranger uses it: restored into a project outside the solution, and asked a question.</summary>
public sealed class PackageTests(ClientRunningService service, PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public async Task Project_OutsideTheSolution_AsksTheServiceWithoutAToolOfItsOwn()
    {
        var project = feed.CreateProject().WithProject("Asking.csproj", "", "CodeReference.Client").Write("Program.cs", """
            using CodeReference.Client;
            using CodeReference.Client;

            using var reference = new CodeReferenceClient(args[0]);
            var line = await reference.ValidateModifiersAsync(new ValidationQuery("14020", "50", "LT"));
            Console.WriteLine($"{line.Outcome} {string.Join(' ', line.Findings.Select(finding => finding.Rule))}");
            """);

        Assert.EndsWith("Reject LAT-01 LAT-04\n", await project.DotnetAsync($"run --project Asking.csproj -- {service.Server.Grpc}"), StringComparison.Ordinal);
    }
}
