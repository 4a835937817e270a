using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CodeReference.Hosting;

/// <summary>JSON: routes and bodies by the HTTP annotations of the protos, for <see cref="RequestHandler"/> as generated code knows it.</summary>
internal static class JsonTranscoding
{
    /// <summary>Whether JSON is served, with its pages: transcoding makes types at run time, which a native executable cannot.</summary>
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    public static bool IsServed => RuntimeFeature.IsDynamicCodeSupported;
}
