using System.Net.Sockets;
using CodeReference.Data;
using CodeReference.Hosting;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var app = builder.AddCodeReference(Book.Instance).Build();
    await app.MapCodeReference().RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingException or IOException or SocketException or InvalidOperationException or FormatException or ArgumentException)
{
    // A port in use or a bad setting takes one line; a stack trace would help no operator.
    await Console.Error.WriteLineAsync($"CodeReference cannot start: {exception.Message.ReplaceLineEndings(" ")}");
    return 1;
}
