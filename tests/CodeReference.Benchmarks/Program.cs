using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CodeReference.Benchmarks.Client;
using CodeReference.Benchmarks.National;
using CodeReference.Benchmarks.Service;
using Perfolizer.Horology;

// How large books compile is no question of nanoseconds, and not one for the benchmark runner.
if (args is ["national", .. var arguments])
{
    NationalBook.Measure(arguments.FirstOrDefault(argument => argument != "--largest") ?? "", arguments.Contains("--largest"));
    return 0;
}

if (args is ["first-answer", var kind])
{
    FirstAnswer.Answer(kind);
    return 0;
}

if (args is ["first-answer"])
{
    FirstAnswer.Measure();
    return 0;
}

// It takes a service at the other end.
if (args is ["client", var address])
{
    await ClientLoad.MeasureAsync(address);
    return 0;
}

// It starts one itself, and what it is compared with.
if (args is ["peers", .. var rounds])
{
    await PeerTable.MeasureAsync(rounds is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 7);
    return 0;
}

if (args is ["peer-server", .. var settings])
{
    await PeerServer.ServeAsync(settings);
    return 0;
}

// In one process, so that the book is compiled once, and all is measured in minutes.
var config = DefaultConfig.Instance
    .AddJob(Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithWarmupCount(5)
        .WithIterationCount(10)
        .WithIterationTime(TimeInterval.FromMilliseconds(150)))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Median)
    .HideColumns("Error", "RatioSD", "Gen0", "Gen1", "Gen2", "Alloc Ratio")
    .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"))
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40));
var summaries = BenchmarkSwitcher.FromAssembly(typeof(PeerTable).Assembly).Run(args, config);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
