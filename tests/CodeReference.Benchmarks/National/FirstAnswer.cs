using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using CodeReference.Data;

namespace CodeReference.Benchmarks.National;

/// <summary>Measures how long a process takes from its start to its first answer, and its memory then: without a book, with the default one, with the national one.</summary>
internal static class FirstAnswer
{
    private const int Runs = 9;

    /// <summary>Runs each kind of process, in turn, and prints medians.</summary>
    public static void Measure()
    {
        string[] kinds = ["none", "default", "national"];
        var figures = kinds.ToDictionary(kind => kind, _ => new List<(double Milliseconds, double Megabytes)>());
        for (var run = 0; run < Runs; run++)
        {
            foreach (var kind in kinds)
            {
                figures[kind].Add(Run(kind));
            }
        }

        Console.WriteLine("| book | start to first answer | memory resident |");
        Console.WriteLine("|---|---|---|");
        foreach (var kind in kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {kind} | {Median(figures[kind].Select(figure => figure.Milliseconds)):0} ms | {Median(figures[kind].Select(figure => figure.Megabytes)):0} MB |"));
        }
    }

    /// <summary>The process that is measured: one lookup and one validation, then two figures.</summary>
    public static void Answer(string kind)
    {
        var book = kind switch
        {
            "default" => Book.Instance,
            "national" => NationalBook.Load(),
            _ => null,
        };
        if (book is not null)
        {
            AnswerCheck.Same(book.Publications.Count > 0 && book.Procedures.TryGet(book.Publications[0].Procedure.ToString(), out var entry) && !entry.Title.IsEmpty, true, "the first publication has a title");
            AnswerCheck.Same(book.ValidateModifiers(book.Publications[0].Procedure, ["LT", "9"]).Outcome, Outcome.Reject, "LT and 9");
        }

        using var process = Process.GetCurrentProcess();
        var elapsed = DateTime.UtcNow - process.StartTime.ToUniversalTime();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds} {process.WorkingSet64 / 1e6}"));
    }

    private static (double Milliseconds, double Megabytes) Run(string kind)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"\"{Assembly.GetExecutingAssembly().Location}\" first-answer {kind}") { RedirectStandardOutput = true })!;
        var figures = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(Runs / 2);
}
