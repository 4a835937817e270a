using System.Reflection;

namespace CodeReference.Compiler.Tests;

public sealed class CatalogueTests
{
    private static readonly string[] Stages = ["Reading", "Modeling", "Checking", "Layout"];

    private static readonly string[] Folders =
        ["Reading", "Model", "CodeSets", "Facts", "Checking", "Vocabularies", "Layout", "Emitting"];

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Ids_OfTheCatalogue_AreUniqueAndInOrder() =>
        Assert.Equal(Diagnostics.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), Diagnostics.All.Select(rule => rule.Id));

    [Fact]
    public void Ids_OfTheCatalogue_AreCrAndFourDigitsOfWhichTheFirstIsAStage() =>
        Assert.All(Diagnostics.All, rule => Assert.Matches("^CR[12349][0-9]{3}$", rule.Id));

    [Fact]
    public void Catalogue_AllOfIt_IsEveryRuleThatIsDeclared() => Assert.Equal(
        Diagnostics.All,
        typeof(Diagnostics).GetFields(Everything).Where(field => field.FieldType == typeof(DiagnosticRule)).Select(field => (DiagnosticRule)field.GetValue(null)!));

    [Fact]
    public void ReleaseNotes_OfTheRepository_ListExactlyTheCatalogue()
    {
        var notes = new[] { "Shipped", "Unshipped" }
            .SelectMany(name => File.ReadAllLines(Path.Combine(Repository.Root, "generators", "CodeReference.Compiler", $"AnalyzerReleases.{name}.md")))
            .Where(line => line.StartsWith("CR", StringComparison.Ordinal))
            .Select(line => string.Join('|', line.Split('|').Select(cell => cell.Trim())))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Diagnostics.All.Select(rule => $"{rule.Id}|{Stages[rule.Id[2] - '1']}|{rule.Severity}|{rule.Title}"), notes);
    }

    [Fact]
    public void SupportedDiagnostics_OfTheAnalyzer_AreTheCatalogue() => Assert.Equal(
        Diagnostics.All.Select(rule => (rule.Id, rule.Title, rule.Severity.ToString())),
        new PublicationAnalyzer().SupportedDiagnostics.Select(rule =>
            (rule.Id, rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), rule.DefaultSeverity.ToString())));

    [Fact]
    public void Stages_AllTheirTypes_KnowNothingOfRoslyn()
    {
        var stages = typeof(PublicationCompiler).Assembly.GetTypes().Where(type =>
            type.Namespace is { } space && Folders.Contains(space.Split('.').Last())).ToList();

        Assert.True(stages.Count > 30);
        Assert.Empty(
            from stage in stages
            from used in stage.GetMembers(Everything).SelectMany(TypesOf).Append(stage.BaseType).Concat(stage.GetInterfaces()).SelectMany(Parts)
            where used.FullName?.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal) == true && !IsCompilerMade(used)
            select stage.Name + " uses " + used.FullName);
    }

    private static IEnumerable<Type?> TypesOf(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. Signature(method)],
        ConstructorInfo constructor => Signature(constructor),
        _ => [],
    };

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);

    // List<Location>[] is three types.
    private static IEnumerable<Type> Parts(Type? type) =>
        type is null ? [] : type.HasElementType ? Parts(type.GetElementType()) : type.GetGenericArguments().SelectMany(Parts).Prepend(type);

    // Attributes that the C# compiler embeds have that namespace, in our own assembly.
    private static bool IsCompilerMade(Type type) => type.Assembly == typeof(PublicationCompiler).Assembly;
}
