namespace CodeReference.Service.Hosting;

/// <summary>Whether the service describes its own contract: setting Server:Reflection, by default where only this machine can ask.</summary>
internal static class Reflection
{
    public static bool IsServed(IConfiguration configuration, Listener[] listeners, Callers callers)
    {
        var settings = new Settings(configuration, "Server");
        var asked = settings.Flag("Reflection");
        settings.RefuseUnknown();
        return asked ?? (!callers.AreKnown && listeners.All(listener => listener.IsLocal || !listener.Answers));
    }
}
