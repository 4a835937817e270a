namespace CodeReference.Packages.Tests;

/// <summary>
/// A project as a stranger has it, in a folder of its own. CodeReference comes from the packages of the feed and from
/// nowhere else; what they depend on, from where the restore of the solution has put it.
/// </summary>
internal sealed class ScratchProject
{
    private readonly string _folder;

    public ScratchProject(string folder, PackageFeed feed)
    {
        _folder = folder;
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{feed.Folder}/restored</RestorePackagesPath>
                <UseAppHost Condition="'$(PublishAot)' != 'true'">false</UseAppHost>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Packages.props", "<Project />");
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{feed.Packages}" />
                <add key="restored" value="{feed.Restored}" />
              </packageSources>
              <packageSourceMapping>
                <clear />
                <packageSource key="packed"><package pattern="CodeReference*" /></packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    /// <summary>Writes a program that takes some packages.</summary>
    public ScratchProject WithProject(string name, string properties, params string[] packages) =>
        Write(name, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"*\" />"))}
              </ItemGroup>
            </Project>
            """);

    /// <summary>Writes a file.</summary>
    public ScratchProject Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Where a file of it is.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Whether it has a file.</summary>
    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Reads a file.</summary>
    public string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Runs a command of the SDK in its folder and returns what it writes.</summary>
    public Task<string> DotnetAsync(string arguments, bool succeeds = true) => Run.OutputOfAsync(new("dotnet", arguments) { WorkingDirectory = _folder }, succeeds);

    /// <summary>Runs a program in its folder and returns what it ends with, and what it writes to each stream.</summary>
    public Task<(int Code, string Output, string Error)> RunAsync(string program, string arguments = "") => Run.ToEndAsync(new(program, arguments) { WorkingDirectory = _folder });
}
