using Microsoft.Extensions.Options;

namespace CodeReference.Hosting;

/// <summary>
/// Keeps what callers send out of the log, whatever level the settings ask for: the framework logs addresses, headers and
/// values below Warning, and its reader of JSON the values it cannot read, so those lines have no way out.
/// </summary>
internal static class LogPrivacy
{
    private const string Ours = "CodeReference.";
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    // Tells of requests, at no level that may be said. While it may say anything at all the server makes an activity and a
    // scope for every request, which are nearly half of the memory that a small call takes.
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    private const string JsonReader = "Microsoft.AspNetCore.Grpc.JsonTranscoding";

    /// <summary>Comes last, after every rule of the settings, and again when they change.</summary>
    public static void AddLogPrivacy(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>>(new PostConfigureOptions<LoggerFilterOptions>(null, options =>
        {
            LoggerFilterRule[] rules = [new(null, null, options.MinLevel, null), .. options.Rules];
            options.Rules.Clear();
            foreach (var rule in rules)
            {
                options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                    MayBeSaid(category, level) && (rule.Filter is null || rule.Filter(provider, category, level))));
            }
        }));

    private static bool MayBeSaid(string? category, LogLevel level) =>
        category is not null and not Requests
        && (category.StartsWith(Ours, StringComparison.Ordinal)
            || category == Lifetime
            || (category.StartsWith(JsonReader, StringComparison.Ordinal) ? level >= LogLevel.Critical : level >= LogLevel.Warning));
}
