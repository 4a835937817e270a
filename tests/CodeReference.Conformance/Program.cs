using CodeReference.Conformance;

if (args.Length != 2 || !Directory.Exists(args[0]) || !Uri.TryCreate(args[1], UriKind.Absolute, out var address))
{
    await Console.Error.WriteLineAsync("Usage: CodeReference.Conformance <folder of cases> <address>, for example: conformance http://127.0.0.1:5080");
    return 2;
}

try
{
    using var target = new HttpTarget(address);
    var (passed, failed) = (0, 0);
    foreach (var question in Question.ReadAll(args[0]))
    {
        var differences = Comparison.Differences(question.Response, await target.AskAsync(question));
        passed += differences.Count == 0 ? 1 : 0;
        failed += differences.Count == 0 ? 0 : 1;
        foreach (var difference in differences)
        {
            Console.WriteLine($"{question}: {difference}");
        }
    }

    Console.WriteLine($"{passed} passed, {failed} failed");
    return failed == 0 && passed > 0 ? 0 : 1;
}
catch (Exception exception) when (exception is HttpRequestException or InvalidDataException or TaskCanceledException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
