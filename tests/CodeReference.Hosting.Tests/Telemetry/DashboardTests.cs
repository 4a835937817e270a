using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeReference.Hosting.Tests;

public sealed class DashboardTests(RunningService service)
{
    /// <summary>Series that are there only once calls have been shed.</summary>
    private static readonly string[] Later = ["codereference_sheds_total"];

    [Fact]
    public async Task Dashboard_EverySeries_IsOneOfTheService()
    {
        await service.Caller.OverGrpcAsync("ValidateModifiers", """{"procedureCode":"14020","modifiers":["LT"]}""");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        var metrics = await service.Caller.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        var dashboard = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy/grafana/codereference.json"), TestContext.Current.CancellationToken))!;
        var series = dashboard["panels"]!.AsArray().SelectMany(panel => panel!["targets"]!.AsArray())
            .SelectMany(target => Regex.Matches(target!["expr"]!.GetValue<string>(), @"(\w+)\{").Select(match => match.Groups[1].Value))
            .Distinct().Except(Later).ToArray();
        Assert.True(series.Length > 5);
        Assert.All(series, name => Assert.Matches($"(?m)^{name}[{{ ]", metrics));
    }
}
