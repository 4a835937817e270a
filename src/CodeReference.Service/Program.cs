using System.Net.Sockets;
using CodeReference.Service;
using CodeReference.Service.Hosting;

try
{
    await ServiceHost.Build(args).RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingException or IOException or SocketException or InvalidOperationException or FormatException or ArgumentException)
{
    // Nobody is helped by a stack: a port in use or a bad setting is said in a line.
    await Console.Error.WriteLineAsync($"CodeReference cannot start: {exception.Message.ReplaceLineEndings(" ")}");
    return 1;
}
