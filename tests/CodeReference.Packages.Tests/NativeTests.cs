namespace CodeReference.Packages.Tests;

/// <summary>The packages in a program that is trimmed and compiled to native code.</summary>
public sealed class NativeTests(PackageFeed feed)
{
    [Fact]
    public async Task Program_CompiledToNativeCode_AsksTheBookAndTheClientWithoutAWarning()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && (IsInstalled("clang") || IsInstalled("gcc")), "Native AOT needs clang or gcc, and neither is installed.");
        var project = feed.CreateProject()
            .WithProject("Native.csproj", "<PublishAot>true</PublishAot><TreatWarningsAsErrors>true</TreatWarningsAsErrors><InvariantGlobalization>true</InvariantGlobalization>", "CodeReference.Client", "CodeReference.Data")
            .Write("Program.cs", """
                using CodeReference.Client;
                using CodeReference.Data;

                var question = new ValidationQuery("14020", "50", "LT");
                var line = await new LocalCodeReference(Book.Instance).ValidateModifiersAsync(question);
                Console.WriteLine($"{line.Outcome} {line.Findings[0].Rule}");
                using var client = new CodeReferenceClient("http://127.0.0.1:0");
                try
                {
                    await client.ValidateModifiersAsync(question);
                }
                catch (ServiceUnavailableException error)
                {
                    Console.WriteLine(error.Reason);
                }
                """);

        await project.DotnetAsync("publish --use-current-runtime -o published");

        Assert.Equal((0, "Reject LAT-01\nUNAVAILABLE\n", ""), await project.RunAsync(project.PathOf("published/Native")));
        Assert.False(project.Has("published/Native.dll"));
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
