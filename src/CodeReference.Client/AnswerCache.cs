namespace CodeReference.Client;

/// <summary>
/// Keeps the answers to questions that are asked again and again, as many as it has room for, the longest unused going
/// first. All are of one edition, the last that the client has heard of, and none is older than a given age. Who asks
/// what somebody is asking already waits for the same answer. A question that fails is not kept.
/// </summary>
internal sealed class AnswerCache(int size, TimeSpan age, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Question, LinkedListNode<Kept>> _kept = [];
    private readonly LinkedList<Kept> _lastUsedFirst = [];
    private readonly Dictionary<Question, (Task Answer, string Since)> _underWay = [];
    private volatile string _edition = "";

    /// <summary>How many answers are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>Gives the answer that is kept or under way, or asks.</summary>
    /// <param name="question">What is asked; its answers are all of one type.</param>
    /// <param name="ask">Asks, for all who wait: the cancellation of one must not be that of the others.</param>
    /// <param name="edition">The id of the edition that an answer names.</param>
    /// <param name="cancellationToken">Ends this wait, and no other.</param>
    public Task<TAnswer> AskAsync<TAnswer>(Question question, Func<Task<TAnswer>> ask, Func<TAnswer, string> edition, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TAnswer>(cancellationToken);
        }

        TaskCompletionSource<TAnswer> asking;
        lock (_gate)
        {
            if (TryGet(question, out var kept))
            {
                return Task.FromResult((TAnswer)kept);
            }

            // What was asked before another edition was heard of may be answered by the one before.
            if (_underWay.TryGetValue(question, out var shared) && shared.Since == _edition)
            {
                return ((Task<TAnswer>)shared.Answer).WaitAsync(cancellationToken);
            }

            asking = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _underWay[question] = (asking.Task, _edition);
        }

        _ = CompleteAsync(question, ask, edition, asking);
        return asking.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets all that is kept when an answer, to whatever question, names another edition.</summary>
    public void Hear(string edition)
    {
        if (edition == _edition || edition.Length == 0)
        {
            return;
        }

        lock (_gate)
        {
            // Two may hear of it at the same time, and the second has nothing to forget.
            if (edition != _edition)
            {
                _kept.Clear();
                _lastUsedFirst.Clear();
                _edition = edition;
            }
        }
    }

    private async Task CompleteAsync<TAnswer>(Question question, Func<Task<TAnswer>> ask, Func<TAnswer, string> edition, TaskCompletionSource<TAnswer> asking)
        where TAnswer : class
    {
        var asked = clock.GetTimestamp();
        try
        {
            var answer = await ask().ConfigureAwait(false);
            Keep(new(question, answer, asked), edition(answer));
            Leave(question, asking.Task);
            asking.SetResult(answer);
        }
        catch (Exception exception)
        {
            Leave(question, asking.Task);
            asking.SetException(exception);
            // Perhaps everybody has given up waiting, and nobody looks at it.
            _ = asking.Task.Exception;
        }
    }

    private void Keep(Kept kept, string edition)
    {
        lock (_gate)
        {
            if (edition != _edition)
            {
                return;
            }

            if (_kept.Remove(kept.Question, out var before))
            {
                _lastUsedFirst.Remove(before);
            }

            _kept.Add(kept.Question, _lastUsedFirst.AddFirst(kept));
            if (_kept.Count > size)
            {
                Remove(_lastUsedFirst.Last!);
            }
        }
    }

    private void Leave(Question question, Task asking)
    {
        lock (_gate)
        {
            if (_underWay.TryGetValue(question, out var latest) && latest.Answer == asking)
            {
                _underWay.Remove(question);
            }
        }
    }

    private bool TryGet(Question question, out object answer)
    {
        answer = "";
        if (!_kept.TryGetValue(question, out var node))
        {
            return false;
        }

        if (clock.GetElapsedTime(node.Value.Asked) >= age)
        {
            Remove(node);
            return false;
        }

        _lastUsedFirst.Remove(node);
        _lastUsedFirst.AddFirst(node);
        answer = node.Value.Answer;
        return true;
    }

    private void Remove(LinkedListNode<Kept> node)
    {
        _lastUsedFirst.Remove(node);
        _kept.Remove(node.Value.Question);
    }

    /// <summary>What is asked, as it is written: another spelling of a code is another question.</summary>
    /// <param name="Answer">The type of its answer.</param>
    /// <param name="Code">The code.</param>
    /// <param name="System">The system of a code that is looked up.</param>
    /// <param name="View">How much of the answer.</param>
    internal readonly record struct Question(Type Answer, string Code, CodeSystem System, Client.View View);

    private sealed record Kept(Question Question, object Answer, long Asked);
}
