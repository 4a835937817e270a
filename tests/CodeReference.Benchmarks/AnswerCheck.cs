namespace CodeReference.Benchmarks;

/// <summary>A figure counts only if the answers agree: checked before anything is measured.</summary>
internal static class AnswerCheck
{
    public static void Same<T>(T ours, T theirs, string question)
    {
        if (!EqualityComparer<T>.Default.Equals(ours, theirs))
        {
            throw new InvalidOperationException($"{question}: we answer \"{ours}\", the rival \"{theirs}\".");
        }
    }
}
