namespace CodeReference.Eng;

/// <summary>What this program ends with.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;

    /// <summary>As a shell says of a program that Ctrl+C has ended.</summary>
    public const int Stopped = 130;
}
