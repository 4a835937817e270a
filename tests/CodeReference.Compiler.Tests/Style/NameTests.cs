using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeReference.Compiler.Style;

/// <summary>Whether each name of a type stands for one thing.</summary>
public sealed class NameTests
{
    [Fact]
    public void Types_OfAllAssemblies_HaveNamesOfTheirOwn()
    {
        var repeated =
            from type in Types()
            group type by type.Name into name
            where name.Select(type => type.Assembly).Distinct().Count() > 1
            select $"{name.Key}: {string.Join(", ", name.Select(type => type.Path))}";

        Assert.Empty(repeated);
    }

    [Fact]
    public void Types_OfAllAssemblies_AreNotNamedLikeANamespace()
    {
        var namespaces = SourceCode.Files()
            .SelectMany(file => file.Tree.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            .SelectMany(one => one.Name.ToString().Split('.'))
            .ToHashSet();

        Assert.Empty(Types().Where(type => namespaces.Contains(type.Name)).Select(type => type.Path));
    }

    private static IEnumerable<(string Name, string Assembly, string Path)> Types() =>
        from file in SourceCode.Files()
        from type in file.Tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where type.Parent is BaseNamespaceDeclarationSyntax
        let folders = file.Path.Split('/')
        select (type.Identifier.ValueText, $"{folders[0]}/{folders[1]}", file.Path);
}
