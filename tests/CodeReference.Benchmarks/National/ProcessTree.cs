using System.Globalization;

namespace CodeReference.Benchmarks.National;

/// <summary>The processes below one, by the files of Linux.</summary>
internal static class ProcessTree
{
    /// <summary>The memory resident of the largest process below one, or of itself, in bytes.</summary>
    public static long LargestMemory(int root)
    {
        var processes = new Dictionary<int, (int Parent, long Memory)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && TryRead(folder, out var process))
            {
                processes[id] = process;
            }
        }

        return processes.Where(process => IsBelow(process.Key, root, processes)).Select(process => process.Value.Memory).DefaultIfEmpty().Max();
    }

    private static bool IsBelow(int process, int root, Dictionary<int, (int Parent, long Memory)> processes)
    {
        while (process != root)
        {
            if (!processes.TryGetValue(process, out var entry))
            {
                return false;
            }

            process = entry.Parent;
        }

        return true;
    }

    // A process may end while it is read.
    private static bool TryRead(string folder, out (int Parent, long Memory) process)
    {
        process = default;
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            process = (int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
