using System.Text.RegularExpressions;
using System.Xml.Linq;
using CodeReference.V1;
using Google.Protobuf.Reflection;

namespace CodeReference.Hosting.Documentation;

/// <summary>The comments of the protos, from the file that the compiler writes of them beside the contract's assembly.</summary>
internal sealed partial class ContractComments
{
    private readonly Dictionary<string, string> _summaries;

    private ContractComments(Dictionary<string, string> summaries) => _summaries = summaries;

    public static ContractComments Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{typeof(CodeReferenceService).Assembly.GetName().Name}.xml");
        return new(XDocument.Load(path).Descendants("member")
            // Overloads are of the client, and say the same.
            .DistinctBy(member => ((string)member.Attribute("name")!).Split('(')[0])
            .ToDictionary(
                member => ((string)member.Attribute("name")!).Split('(')[0],
                member => Paragraphs(member.Element("summary")?.Value ?? ""),
                StringComparer.Ordinal));
    }

    public string Of(MethodDescriptor method) => Find($"M:{Namespace(method.File)}.{method.Service.Name}.{method.Service.Name}Base.{method.Name}");

    public string Of(MessageDescriptor message) => Find($"T:{message.ClrType.FullName?.Replace('+', '.')}");

    public string Of(FieldDescriptor field) => Find($"P:{field.ContainingType.ClrType.FullName?.Replace('+', '.')}.{Pascal(field.JsonName)}");

    public string Of(EnumDescriptor values) => Find($"T:{values.ClrType.FullName?.Replace('+', '.')}");

    /// <summary>The comment of an enum value, whose name in C# is without the prefix of the enum: VIEW_FULL is Full.</summary>
    public string Of(EnumValueDescriptor value) => Find($"F:{value.EnumDescriptor.ClrType.FullName?.Replace('+', '.')}.{Enum.GetName(value.EnumDescriptor.ClrType, value.Number)}");

    private static string Namespace(FileDescriptor file) => file.GetOptions().CsharpNamespace;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private string Find(string member) => _summaries.GetValueOrDefault(member, "");

    /// <summary>Lines belong together until an empty one, as in the protos.</summary>
    private static string Paragraphs(string text) => Indent().Replace(text.Trim(), "\n");

    [GeneratedRegex(@"\r?\n[ \t]*")]
    private static partial Regex Indent();
}
