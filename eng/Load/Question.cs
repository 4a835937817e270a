using System.Text.Json;
using CodeReference.Client;
using CodeReference.Data;

namespace CodeReference.Eng.Load;

/// <summary>A question, and what the book in this process answers to it.</summary>
internal sealed class Question
{
    private readonly Func<ICodeReference, Task<object>> _ask;

    private Question(Func<ICodeReference, Task<object>> ask) => _ask = ask;

    /// <summary>What the book answers, as a text.</summary>
    public string Expected { get; private init; } = "";

    /// <summary>Every question of the contract, some of them wrong.</summary>
    public static async Task<Question[]> AllAsync()
    {
        var book = new LocalCodeReference(Book.Instance);
        return await Task.WhenAll(Asked().Select(async ask => new Question(ask) { Expected = await AnswerAsync(ask, book) }));
    }

    /// <summary>Asks somebody.</summary>
    /// <returns>The answer as a text, to be compared with what is expected. An error is an answer, too.</returns>
    public Task<string> AskAsync(ICodeReference asked) => AnswerAsync(_ask, asked);

    private static async Task<string> AnswerAsync(Func<ICodeReference, Task<object>> ask, ICodeReference asked)
    {
        try
        {
            return JsonSerializer.Serialize(await ask(asked));
        }
        catch (CodeReferenceException exception)
        {
            return $"{exception.Reason}: {exception.Message}";
        }
    }

    private static IEnumerable<Func<ICodeReference, Task<object>>> Asked() =>
    [
        .. Lines().Select(line => (Func<ICodeReference, Task<object>>)(async asked => await asked.ValidateModifiersAsync(line))),
        .. Lines().Select(line => (Func<ICodeReference, Task<object>>)(async asked => await asked.ValidateModifiersAsync(line, View.Full))),
        async asked => Results(await asked.ValidateModifiersAsync([.. Lines()])),
        async asked => await asked.LookupCodeAsync("LT"),
        async asked => await asked.LookupCodeAsync("14020", View.Full),
        async asked => await asked.LookupCodeAsync("14023"),
        async asked => await asked.LookupCodeAsync("?"),
        async asked => Results(await asked.LookupCodesAsync(["14020", "59", "S51.811A", "nonsense"])),
        async asked => await asked.SelectCodeAsync(new() { Technique = "adjacent tissue transfer", AnatomicSite = "forearm", Size = 8, Unit = SizeUnit.SquareCentimeter }),
        async asked => await asked.SelectCodeAsync(new() { Narrative = "Rotation flap of the left thigh, primary defect 2.5 x 3.2 cm, secondary defect 1 x 2 cm. No graft." }),
        async asked => await asked.SelectCodeAsync(new() { Size = 3 }),
        async asked => await asked.SearchCodesAsync("lac should"),
        async asked => await asked.SearchCodesAsync(""),
        async asked => await asked.GetEditionAsync(),
        async asked => await asked.GetPublicationAsync("14020"),
        async asked => await asked.GetPublicationAsync("flap"),
        async asked => await asked.ListPublicationsAsync().ToListAsync(),
        async asked => await asked.ListDiagnosticsAsync().ToListAsync(),
    ];

    private static IEnumerable<ValidationQuery> Lines() =>
        from procedure in (string[])["14020", "14021", "99213", "1402"]
        from modifiers in (string[][])[[], ["59", "LT"], ["50", "LT"], ["24", "26", "TC"], ["ZZ", "9"]]
        from payer in (string[])["", "Medicare"]
        select new ValidationQuery(procedure, modifiers) { Payer = payer };

    private static object[] Results<TAnswer>(IEnumerable<AnswerOrError<TAnswer>> answers)
        where TAnswer : class => [.. answers.Select(each => each.IsAnswered ? each.Answer : (object)each.Error.Reason)];
}
