using System.Text;
using System.Text.RegularExpressions;
using CodeReference.Eng.Processes;

namespace CodeReference.Eng;

/// <summary>
/// Counts how many hand-written files one change touches, by examples: the files that name an existing fact are those that
/// a new one of its kind has to be added to.
/// </summary>
internal static class CountCommand
{
    // A name that stands for other things too is told apart by the lines left out, and each example says why.
    private static readonly Example[] Examples =
    [
        // A modifier row of a publication has a text of the same name; it is another fact.
        new(
            "text of a modifier verdict: when_to_use", 5, "WhenToUse|when_to_use",
            @"^src/CodeReference/Publications/|Publication(Wire|Answer)\.cs:|publication\.proto:"),

        // Its enum is a file of its own; the other inputs have theirs among the codes.
        new("input of a claim line: claim_type", 9, @"\bClaimType\b|\bclaim_type\b"),

        // The code system of places, and what a site of service is called, are other facts.
        new(
            "input of a claim line: place_of_service", 9, @"\bPlaceOfService\b|\bplace_of_service\b",
            "CodeSystem[.]PlaceOfService|CODE_SYSTEM|/Codes/|/CodeSets/|SectionKind|OfficialColumns|TableSchema|CodeSearch"),

        // What works the answer out in the library is left out: it is the work itself, and not a place that names it.
        new("RPC: SearchCodes", 10, @"\bSearch(Codes|Answer)|\bsearchCodes", "^src/CodeReference/ReferenceBook.cs:"),
    ];

    // Tests, documentation and generated code are not counted.
    private static readonly string[] Sources =
        ["src/*.cs", "src/*.ts", "generators/*.cs", "protos/*.proto", ":!src/clients/*/test/*", ":!src/clients/*/generated/*"];

    private static readonly string[] WrittenByCommands = ["src/*/PublicAPI.*.txt", "eng/contract-baseline.binpb"];

    public static Command Command { get; } = new(
        "count",
        "[-v]",
        """
        Counts how many hand-written files one change touches, by examples: sources of src and generators in C# and
        TypeScript, and protos. What a command writes is shown beside the count; -v lists the files that are counted.
        Fails when a goal is missed. It takes a second.
        """,
        (arguments, end) =>
        {
            var lists = arguments.OneOf("the option", "", "-v") == "-v";
            arguments.End();
            return RunAsync(lists, end);
        });

    private static async Task<bool> RunAsync(bool lists, CancellationToken end)
    {
        var (sources, written) = (await FilesAsync(Sources, end), await FilesAsync(WrittenByCommands, end));
        var isMet = true;
        foreach (var example in Examples)
        {
            var found = sources.Where(example.IsNamedIn).ToList();
            var renewed = string.Join(' ', written.Where(example.IsNamedIn).Select(file => file.Path));
            var byCommand = renewed.Length == 0 ? "none" : renewed;
            Console.WriteLine($"{example.Title,-44} {found.Count,2} of at most {example.Goal,2}; by a command: {byCommand}");
            if (lists)
            {
                found.ForEach(file => Console.WriteLine($"  {file.Path}"));
            }

            isMet &= found.Count <= example.Goal;
        }

        return isMet;
    }

    /// <summary>The files of the repository that Git knows by these patterns.</summary>
    private static async Task<IReadOnlyList<SourceFile>> FilesAsync(string[] patterns, CancellationToken end)
    {
        var paths = await Tool.OutputOfAsync("git", ["ls-files", "-z", "--", .. patterns], end);
        return
        [
            .. paths.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
                .Select(path => (Path: path, Full: Path.Combine(Repository.Root, path)))
                .Where(file => File.Exists(file.Full))
                // Not every file is text, and what is looked for is ASCII.
                .Select(file => new SourceFile(file.Path, File.ReadAllLines(file.Full, Encoding.Latin1))),
        ];
    }

    private sealed record SourceFile(string Path, string[] Lines);

    /// <summary>A fact that exists.</summary>
    /// <param name="Title">What it is, and its name.</param>
    /// <param name="Goal">How many files may name it.</param>
    /// <param name="Name">A pattern of its name.</param>
    /// <param name="LeftOut">A pattern of lines that name something else, each as "path:line".</param>
    private sealed record Example(string Title, int Goal, string Name, string LeftOut = "^$")
    {
        private readonly Regex _name = new(Name);
        private readonly Regex _leftOut = new(LeftOut);

        public bool IsNamedIn(SourceFile file) => file.Lines.Any(line => _name.IsMatch(line) && !_leftOut.IsMatch($"{file.Path}:{line}"));
    }
}
