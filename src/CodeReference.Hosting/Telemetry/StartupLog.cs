using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CodeReference.Hosting;

/// <summary>The first lines of the log: what is served, where, and a command to paste where JSON is served.</summary>
internal static class StartupLog
{
    private const string ExampleModifiers = "\"modifiers\":[\"59\",\"lt\",\"ZZ\",\"9\"]";

    public static void Write(WebApplication app)
    {
        var book = app.Services.GetRequiredService<ReferenceBook>();
        Log.Serving(app.Logger, book.Edition.ToString(), book.Publications.Count, book.RowCount, book.CodeCount, book.Edition.Diagnostics);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Log.Listening(app.Logger, string.Join(" and ", addresses));
        if (JsonTranscoding.IsServed && app.Configuration["Kestrel:Endpoints:Json:Url"] is { Length: > 0 } json && ExampleProcedure(book) is { } procedure)
        {
            var port = BindingAddress.Parse(json).Port;
            Log.TryIt(app.Logger, $"http://127.0.0.1:{port}", $$"""{"procedureCode":"{{procedure}}",{{ExampleModifiers}}}""");
        }
    }

    // The first procedure that a page is about, else any.
    private static string? ExampleProcedure(ReferenceBook book)
    {
        var procedures = book.Procedures;
        return book.Publications.Count > 0 ? book.Publications[0].Procedure.ToString() : procedures.Count > 0 ? procedures[0].Code : null;
    }
}
