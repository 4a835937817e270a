using System.Diagnostics;
using CodeReference.Client;
using CodeReference.Eng.Load;

namespace CodeReference.Eng.Restarting;

/// <summary>Callers that ask every question in turn, and compare each answer with that of the book in this process.</summary>
/// <param name="addresses">The service, or several that take turns.</param>
/// <param name="maxAttempts">How often a call is made before it is lost.</param>
internal sealed class AskingLoad(Uri[] addresses, int maxAttempts)
{
    private const int Callers = 16;

    /// <summary>Asks until it is told to end, and says what became of it.</summary>
    /// <returns>Whether no call was lost, and none answered otherwise than by the book.</returns>
    public async Task<bool> RunAsync(CancellationToken end)
    {
        var questions = await Question.AllAsync();
        var tally = new Tally();
        var options = new CodeReferenceClientOptions { Addresses = [.. addresses], MaxAttempts = maxAttempts };
        using var client = new CodeReferenceClient(options);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = caller; !end.IsCancellationRequested; i++)
            {
                var question = questions[i % questions.Length];
                var begun = Stopwatch.GetTimestamp();
                tally.Count(question.Expected, await question.AskAsync(client), begun);
            }
        })));
        Console.WriteLine(tally);
        return tally.IsClean;
    }
}
