using System.Reflection;
using System.Text.RegularExpressions;
using CodeReference.Client;
using CodeReference.V1;
using Google.Protobuf.Reflection;

namespace CodeReference.Hosting.Tests;

/// <summary>What has to say the same as the contract: enums, lists of methods, reasons of errors.</summary>
public sealed partial class ContractTests
{
    private static readonly FileDescriptor[] Files =
    [
        .. typeof(CodeReferenceServiceReflection).Assembly.GetTypes().Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>(),
    ];

    public static TheoryData<string> Enums => [.. Files.SelectMany(file => file.EnumTypes).Select(type => type.Name).Where(name => name != nameof(Client.View))];

    public static TheoryData<string> Methods => [.. CodeReferenceService.Descriptor.Methods.Select(method => method.Name)];

    /// <summary>The default of a message's enum is unspecified; the library calls it None where no other value has that name. View has no default.</summary>
    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_OfTheLibrary_HasTheNamesAndNumbersOfTheContract(string name)
    {
        var wire = typeof(CodeReferenceService).Assembly.GetType($"CodeReference.V1.{name}", throwOnError: true)!;
        var library = typeof(ReferenceBook).Assembly.GetType($"CodeReference.{(name == "Unit" ? nameof(SizeUnit) : name)}", throwOnError: true)!;
        Assert.Equal(ValuesOf(wire), ValuesOf(library));
    }

    [Fact]
    public void View_OfTheLibrary_HasTheNamesOfTheContract() =>
        Assert.Equal(Enum.GetNames<Wire.View>().Except([nameof(Wire.View.Unspecified)]), Enum.GetNames<Client.View>());

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfTheContract_IsAnsweredByTheHandler(string name)
    {
        var method = CodeReferenceService.Descriptor.FindMethodByName(name);
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        Assert.NotNull(typeof(RequestHandler).GetMethod(name, Any, [method.InputType.ClrType]));
        // A stream is bound by hand, to gRPC alone.
        Assert.Equal(!method.IsServerStreaming, typeof(RequestHandler).GetMethods().Any(each => each.Name == name && each.DeclaringType == typeof(RequestHandler)));
    }

    /// <summary>Many and one of a kind have the same name, and streams are overloads.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfTheContract_IsOneOfTheInterface(string name) =>
        Assert.Contains($"{Prefix().Replace(name, "")}Async", typeof(ICodeReference).GetMethods().Select(method => method.Name));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfTheContract_IsOneOfTypeScript(string name)
    {
        var client = File.ReadAllText(Path.Combine(Repository.Root, "src/clients/typescript/src/client.ts"));
        Assert.Contains($"  {char.ToLowerInvariant(name[0])}{name[1..]}(", client, StringComparison.Ordinal);
    }

    /// <summary>Without it a client's cache would never hear of another edition from that method.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfTheContract_NamesItsEdition(string name)
    {
        var method = CodeReferenceService.Descriptor.FindMethodByName(name);
        Assert.True(method.IsServerStreaming || method.OutputType.FindFieldByName("edition") is not null);
    }

    [Fact]
    public void Files_OfTheContract_AreAllExportedByTypeScript()
    {
        var contract = File.ReadAllText(Path.Combine(Repository.Root, "src/clients/typescript/src/contract.ts"));
        Assert.All(Files, file => Assert.Contains($"/{Path.ChangeExtension(file.Name, null)}_pb.js\"", contract, StringComparison.Ordinal));
    }

    [Fact]
    public void Reasons_OfTheLibrary_AreThoseOfTheContract() => Assert.Equal(ReasonsOfTheContract(), ConstantsOf(typeof(ErrorReasons)).Order());

    [Fact]
    public void Reasons_OfTypeScript_AreThoseOfTheContract()
    {
        var errors = File.ReadAllText(Path.Combine(Repository.Root, "src/clients/typescript/src/errors.ts"));
        var list = errors[..errors.IndexOf("] as const", StringComparison.Ordinal)];
        Assert.Equal(ReasonsOfTheContract(), Quoted().Matches(list).Select(match => match.Groups[1].Value).Order());
    }

    private static IOrderedEnumerable<string> ReasonsOfTheContract()
    {
        var proto = File.ReadAllText(Path.Combine(Repository.Root, "protos/codereference/v1/code_reference_service.proto"));
        return Reason().Matches(proto).Select(match => match.Groups[1].Value).Order();
    }

    private static IEnumerable<string> ConstantsOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<(int Number, string Name)> ValuesOf(Type type) =>
        Enum.GetNames(type).Select(name => ((int)Enum.Parse(type, name), name))
            .Select(value => value is (0, "None") ? (0, "Unspecified") : value)
            .OrderBy(value => value.Item1);

    [GeneratedRegex("^(Batch|Stream)")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^// - ([A-Z_]+) \(", RegexOptions.Multiline)]
    private static partial Regex Reason();

    [GeneratedRegex("^  \"([A-Z_]+)\",", RegexOptions.Multiline)]
    private static partial Regex Quoted();
}
