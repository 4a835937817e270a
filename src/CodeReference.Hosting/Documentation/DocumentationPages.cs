namespace CodeReference.Hosting.Documentation;

/// <summary>Serves the OpenAPI document at /openapi/v1.json and, at /docs, pages to read and try it, all out of this process.</summary>
internal static class DocumentationPages
{
    private const string Document = "/openapi/v1.json";

    public static void UseDocumentation(this WebApplication app)
    {
        // Written when it is first asked for: a start has other things to do.
        var document = new Lazy<Task<byte[]>>(OpenApi.WriteAsync);
        app.MapGet(Document, async context =>
        {
            var bytes = await document.Value;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
        app.UseSwaggerUI(pages =>
        {
            pages.RoutePrefix = "docs";
            pages.DocumentTitle = "CodeReference";
            pages.SwaggerEndpoint(Document, "CodeReference v1");
        });
    }
}
