using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CodeReference.Service;

/// <summary>The first lines of the log: what is served, where, and a command to paste where JSON is served.</summary>
internal static class Greeting
{
    private const string Question = """{"procedureCode":"14020","modifiers":["59","lt","ZZ","9"]}""";

    public static void Say(WebApplication app)
    {
        var book = app.Services.GetRequiredService<ReferenceBook>();
        Log.Serving(app.Logger, book.Edition.ToString(), book.Publications.Count, book.RowCount, book.CodeCount, book.Edition.Diagnostics);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Log.Listening(app.Logger, string.Join(" and ", addresses));
        if (JsonFace.IsServed && app.Configuration["Kestrel:Endpoints:Json:Url"] is { } json)
        {
            var port = BindingAddress.Parse(json).Port;
            Log.TryIt(app.Logger, $"http://127.0.0.1:{port}", Question);
        }
    }
}
