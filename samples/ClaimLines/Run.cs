using System.Diagnostics;
using CodeReference;

namespace ClaimLines;

/// <summary>Validates the lines of a file, with a worker for each core.</summary>
/// <param name="file">The file.</param>
/// <param name="book">What the lines are held against. It never changes, so that all workers ask the same one.</param>
internal sealed class Run(LineFile file, ReferenceBook book)
{
    private readonly Tally[] _tallies = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Tally())];
    private Exception? _failure;
    private long _next = -1;

    /// <summary>Validates all lines, and shows meanwhile how far it is.</summary>
    /// <exception cref="IOException">The file could not be read to its end.</exception>
    public Summary Validate(Progress progress)
    {
        var clock = Stopwatch.StartNew();
        var workers = Array.ConvertAll(_tallies, tally => new Thread(() => Work(tally)) { IsBackground = true });
        Array.ForEach(workers, worker => worker.Start());
        foreach (var worker in workers)
        {
            while (!worker.Join(Progress.Interval))
            {
                progress.Show(_tallies, clock.Elapsed);
            }
        }

        progress.End();
        return _failure is null ? new(_tallies, clock.Elapsed) : throw new IOException(_failure.Message, _failure);
    }

    private void Work(Tally tally)
    {
        var row = new Row(file.Columns, new(book));
        var buffer = new byte[LineFile.BufferSize];
        try
        {
            for (long block; (block = Interlocked.Increment(ref _next)) < file.Blocks;)
            {
                Validate(block, file.Read(block, buffer), row, tally);
            }
        }
        catch (IOException error)
        {
            _failure = error;
        }
    }

    private void Validate(long block, Lines lines, Row row, Tally tally)
    {
        var rows = 0L;
        for (; lines.MoveNext(); rows++)
        {
            var place = new Place(block, rows);
            if (!lines.IsTooLong && row.TryRead(lines.Current, out var line))
            {
                tally.Count(place, book.ValidateModifiers(line));
            }
            else
            {
                tally.CountBad(place, row, lines);
            }
        }

        tally.End(block, rows, LineFile.BlockSize);
    }
}
