using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CodeReference.Hosting;

/// <summary>Authenticates callers by API key, token or client certificate, where the settings name any of them.</summary>
/// <remarks>Required by default on every endpoint and every path without one; what is open says so itself.</remarks>
internal static class Authentication
{
    private const string ApiKey = "ApiKey";
    private const string ClientCertificate = "ClientCertificate";

    public static void AddAuthentication(this WebApplicationBuilder builder, AuthenticationSettings settings)
    {
        if (!settings.IsRequired)
        {
            return;
        }

        var schemes = new List<string>();
        var authentication = builder.Services.AddSingleton(settings).AddAuthentication();
        if (settings.ApiKeys is not null)
        {
            schemes.Add(ApiKey);
            authentication.AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKey, null);
        }

        if (settings.ClientCertificates is not null)
        {
            schemes.Add(ClientCertificate);
            authentication.AddScheme<AuthenticationSchemeOptions, ClientCertificateHandler>(ClientCertificate, null);
        }

        if (settings.Jwt is { } jwt)
        {
            schemes.Add(JwtBearerDefaults.AuthenticationScheme);
            authentication.AddJwtBearer(options => Apply(options, jwt));
        }

        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder([.. schemes]).RequireAuthenticatedUser().Build());
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, Unauthenticated>();
    }

    /// <summary>Turns away callers without valid credentials, where any are required.</summary>
    public static void UseCallerAuthentication(this WebApplication app)
    {
        if (app.Services.GetService<AuthenticationSettings>() is not null)
        {
            app.UseAuthorization();
        }
    }

    private static void Apply(JwtBearerOptions options, JwtIssuer jwt)
    {
        options.Authority = jwt.Authority?.ToString();
        options.RequireHttpsMetadata = jwt.Authority?.IsLoopback is not true;
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = jwt.Issuer,
            ValidAudience = jwt.Audience,
            ClockSkew = TimeSpan.FromSeconds(30),
            // Signatures that the keys at hand can check, and nobody can make with them.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384],
        };
        if (jwt.Keys is { } keys)
        {
            options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.Value;
        }
    }

    private static AuthenticateResult Known(string name, string scheme) =>
        AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, name)], scheme)), scheme));

    private sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AuthenticationSettings settings)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            !Request.Headers.TryGetValue("x-api-key", out var key) ? AuthenticateResult.NoResult()
            : settings.ApiKeys!.Value.Find(key.ToString()) is { } name ? Known(name, ApiKey)
            : AuthenticateResult.Fail("Unknown API key."));
    }

    /// <summary>Knows a caller by the certificate that the handshake has accepted.</summary>
    private sealed class ClientCertificateHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Context.Connection.ClientCertificate is { } certificate ? Known(certificate.Subject, ClientCertificate) : AuthenticateResult.NoResult());
    }

    private sealed class Unauthenticated : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
            {
                return next(context);
            }

            context.Response.Headers.WWWAuthenticate = "Bearer";
            return ErrorResponseWriter.WriteAsync(context, Errors.CredentialsInvalid());
        }
    }
}
