namespace CodeReference.Eng;

/// <summary>Something that this program does.</summary>
/// <param name="Name">The first argument of the program.</param>
/// <param name="Arguments">The arguments behind it, as the usage text shows them.</param>
/// <param name="Summary">What it does, in lines of the usage text.</param>
/// <param name="RunAsync">Does it, and returns whether it succeeded. Ends early and leaves no process when cancelled.</param>
internal sealed record Command(string Name, string Arguments, string Summary, Func<Arguments, CancellationToken, Task<bool>> RunAsync);
