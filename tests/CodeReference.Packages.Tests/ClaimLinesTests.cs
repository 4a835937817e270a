using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeReference.Packages.Tests;

/// <summary>
/// The sample as a stranger runs it: its folder alone, with the packages. What it counts is held against the answers of
/// the same book to the same lines, read the plain way.
/// </summary>
public sealed partial class ClaimLinesTests(PackageFeed feed)
{
    private const string Lines = """
        procedure,modifiers,payer,place_of_service,units,service_date
        12032,LT,Lakeside,20,1,2026-03-04
        12032,58 59,"Lakeside Health Plan",20,1,2026-03-04
        12032,LT,,02,1,
        99213,LT,,,,
        1203,LT,,,,
        12032,LT,,,some,
        12032,LT,,20
        12032,59 RT,"Blue Cross, anywhere",,,
        12032,zz 5,,,,
        """;

    // The default way to ask, one string at a time; a row that the sample calls bad is none of its lines.
    private const string Plain = """
        using System.Globalization;
        using CodeReference;
        using ClaimLines;

        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var fields in File.ReadLines(args[0]).Skip(1).Select(line => line.Replace("Blue Cross, Blue Shield", "Blue Cross; Blue Shield").Replace("\"", "").Split(',')))
        {
            if (fields.Length < 6 || fields[0].Length < 5 || fields[4] == "one" || fields[5] == "2026-02-30")
            {
                Count("bad rows");
                continue;
            }

            var modifiers = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => ModifierCode.TryParse(text, out var code) ? code : default).ToArray();
            var line = Book.Instance.ValidateModifiers(new ClaimLine
            {
                Procedure = ProcedureCode.Parse(fields[0]),
                Modifiers = modifiers,
                Payer = Book.Instance.FindPayer(fields[2].Replace(';', ',')),
                PlaceOfService = PlaceOfServiceCode.TryParse(fields[3], out var place) ? place : default,
                Units = fields[4].Length == 0 ? 0 : int.Parse(fields[4], CultureInfo.InvariantCulture),
                ServiceDate = fields[5].Length == 0 ? null : DateOnly.ParseExact(fields[5], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            });
            Count(line.Outcome.ToString());
            foreach (var rule in line.GetFindings().Select(finding => finding.Rule).Distinct())
            {
                Count(rule);
            }
        }

        foreach (var (name, count) in counts)
        {
            Console.WriteLine($"{name} {count}");
        }

        void Count(string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
        """;

    [Fact]
    public async Task Sample_FromThePackages_CountsWhatTheBookAnswers()
    {
        var project = CopySample();
        await project.DotnetAsync("build ClaimLines.csproj -c Release");
        project.Write("lines.csv", Lines);

        var (code, summary, _) = await RunAsync(project, "lines.csv");

        Assert.Equal(2, code);
        Assert.StartsWith("lines.csv: 9 lines in ", summary, StringComparison.Ordinal);
        Assert.Equal(
            ["Accept 2", "Review 1", "NoData 1", "Reject 2", "bad rows 3"],
            Counts(summary).Take(5));
        Assert.Contains("LAK-01", summary, StringComparison.Ordinal);
        Assert.Contains("    row 3: 58 and 59 contradict each other: a planned step of earlier care is no service apart from it.\n", summary, StringComparison.Ordinal);
        Assert.EndsWith("""

            Bad rows
              row 6: procedure is "1203"; expected a code of five characters.
              row 7: units is "some"; expected a number from 1 to 999.
              row 8: the row is "12032,LT,,20"; expected as many fields as the header has.

            """, summary, StringComparison.Ordinal);

        // Some blocks of the file, so that lines lie across their ends, and more bad rows than are shown.
        Assert.Equal((0, "", ""), await RunAsync(project, "--generate 120000 many.csv"));
        project.Write("many.csv", project.Read("many.csv") + string.Concat(Enumerable.Repeat("12032,LT,,20,one,2026-01-05\n", 30)));
        (code, summary, var progress) = await RunAsync(project, "many.csv");
        project.Write("Plain/Plain.csproj", project.Read("ClaimLines.csproj").Replace("=\"publications", "=\"../publications", StringComparison.Ordinal).Replace("=\"tables", "=\"../tables", StringComparison.Ordinal)
            .Replace("<OutputType>", "<RootNamespace>ClaimLines</RootNamespace><OutputType>", StringComparison.Ordinal));
        project.Write("Plain/Program.cs", Plain);
        var plain = await project.DotnetAsync("run --project Plain -- many.csv");

        Assert.Equal(plain.Split('\n', StringSplitOptions.RemoveEmptyEntries), Counts(summary).Order(StringComparer.Ordinal));
        Assert.Contains("  row 100001: ", summary, StringComparison.Ordinal);
        Assert.EndsWith("  and 21 more\n", summary, StringComparison.Ordinal);
        Assert.Equal(2, code);
        Assert.DoesNotContain('\e', progress);
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(ScratchProject project, string arguments) =>
        project.RunAsync("dotnet", $"bin/Release/net10.0/ClaimLines.dll {arguments}");

    // "  LAK-01          1,234    1.2%"
    private static IEnumerable<string> Counts(string summary) =>
        CountedLine().Matches(summary).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value.Replace(",", "", StringComparison.Ordinal)}");

    private ScratchProject CopySample()
    {
        var project = feed.CreateProject();
        var folder = Path.Combine(Repository.Root, "samples", "ClaimLines");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)))
        {
            // Where packages come from is for the scratch project to say.
            if (!file.StartsWith("bin", StringComparison.Ordinal) && !file.StartsWith("obj", StringComparison.Ordinal) && file is not ("nuget.config" or "Directory.Build.props" or "Directory.Packages.props"))
            {
                project.Write(file, File.ReadAllText(Path.Combine(folder, file)));
            }
        }

        return project;
    }

    [GeneratedRegex(@"^  (bad rows|[A-Za-z0-9-]+) +([0-9,]+) +[0-9.]+%$", RegexOptions.Multiline)]
    private static partial Regex CountedLine();
}
