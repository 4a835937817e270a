using System.Runtime.CompilerServices;

namespace CodeReference.Hosting.Tests;

/// <summary>A test of what is served over JSON, which a native executable does not serve.</summary>
internal sealed class JsonFactAttribute : FactAttribute
{
    public const string Reason = "The service that is tested is a native executable, which serves no JSON.";

    public JsonFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        (Skip, SkipType, SkipUnless) = (Reason, typeof(ServerProcess), nameof(ServerProcess.ServesJson));
}

/// <summary>A table of such tests.</summary>
internal sealed class JsonTheoryAttribute : TheoryAttribute
{
    public JsonTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        (Skip, SkipType, SkipUnless) = (JsonFactAttribute.Reason, typeof(ServerProcess), nameof(ServerProcess.ServesJson));
}
