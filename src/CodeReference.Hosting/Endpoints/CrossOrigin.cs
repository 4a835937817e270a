using Microsoft.AspNetCore.Cors.Infrastructure;

namespace CodeReference.Hosting;

/// <summary>Lets pages of other sites ask over gRPC-Web and JSON: setting Cors:Origins, none by default.</summary>
internal static class CrossOrigin
{
    public static void AddCrossOrigin(this WebApplicationBuilder builder)
    {
        var settings = new Settings(builder.Configuration, "Cors");
        var origins = settings.List("Origins");
        settings.RefuseUnknown();
        if (origins.FirstOrDefault(origin => !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin) is { } bad)
        {
            throw new SettingException("Cors:Origins", bad, "origins such as https://app.example.org, without a path");
        }

        if (origins.Length == 0)
        {
            return;
        }

        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .WithMethods("GET", "POST")
            .WithHeaders("content-type", "authorization", "x-api-key", "x-grpc-web", "x-user-agent", "grpc-timeout")
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    /// <summary>Answers for those origins. Without origins it adds nothing to the pipeline.</summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        if (app.Services.GetService<ICorsService>() is not null)
        {
            app.UseCors();
        }
    }
}
