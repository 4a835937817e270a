namespace CodeReference.Eng.Processes;

/// <summary>A folder for the files of one run, deleted with this object.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("codereference-");

    /// <summary>The path of a file in the folder; it may not exist yet.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
