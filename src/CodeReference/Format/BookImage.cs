using System.Buffers.Binary;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace CodeReference.Format;

/// <summary>
/// The tables of a book that an assembly carries as a resource. The operating system maps the resource with the assembly,
/// and a table is a view of it: nothing is loaded, copied or parsed.
/// </summary>
internal sealed unsafe class BookImage : BookTables
{
    // Keeps the assembly, and with it the memory, alive.
    private readonly UnmanagedMemoryStream _resource;
    private readonly byte* _image;
    private readonly (long Start, int Count)[] _parts = new (long, int)[ImageFormat.Parts];

    private BookImage(UnmanagedMemoryStream resource, string name)
    {
        _resource = resource;
        _image = resource.PositionPointer;
        ReadDirectory(name);
        var starts = Part<long>(ImageFormat.ShardStarts);
        Text = new TextShard[starts.Length - 1];
        for (var i = 0; i < Text.Length; i++)
        {
            Text[i] = new Shard(this, _parts[ImageFormat.Text].Start + starts[i], (int)(starts[i + 1] - starts[i]));
        }

        var edition = Encoding.UTF8.GetString(Part<byte>(ImageFormat.Edition)).Split('\n');
        Edition = new(edition[0], edition[1], edition[2], int.Parse(edition[3], CultureInfo.InvariantCulture));
    }

    public override Edition Edition { get; }

    public override TextShard[] Text { get; }

    public override ReadOnlySpan<uint> Files => Numbers<uint>(BookTable.Files);

    public override ReadOnlySpan<uint> Sections => Numbers<uint>(BookTable.Sections);

    public override ReadOnlySpan<uint> Rows => Numbers<uint>(BookTable.Rows);

    public override ReadOnlySpan<uint> Advisories => Numbers<uint>(BookTable.Advisories);

    public override ReadOnlySpan<ulong> Codes => Numbers<ulong>(BookTable.Codes);

    public override ReadOnlySpan<uint> CodeCells => Numbers<uint>(BookTable.CodeCells);

    public override ReadOnlySpan<ushort> ProcedureBlocks => Numbers<ushort>(BookTable.ProcedureBlocks);

    public override ReadOnlySpan<ulong> ProcedureWords => Numbers<ulong>(BookTable.ProcedureWords);

    public override ReadOnlySpan<uint> MentionStarts => Numbers<uint>(BookTable.MentionStarts);

    public override ReadOnlySpan<uint> Mentions => Numbers<uint>(BookTable.Mentions);

    public override ReadOnlySpan<ushort> ModifierPlaces => Numbers<ushort>(BookTable.ModifierPlaces);

    public override ReadOnlySpan<byte> ModifierRanks => Numbers<byte>(BookTable.ModifierRanks);

    public override ReadOnlySpan<ulong> ModifierRules => Numbers<ulong>(BookTable.ModifierRules);

    public override ReadOnlySpan<ulong> Publications => Numbers<ulong>(BookTable.Publications);

    public override ReadOnlySpan<uint> ProcedurePublications => Numbers<uint>(BookTable.ProcedurePublications);

    public override ReadOnlySpan<uint> TitleRows => Numbers<uint>(BookTable.TitleRows);

    public override ReadOnlySpan<byte> CodeStatuses => Numbers<byte>(BookTable.CodeStatuses);

    public override ReadOnlySpan<uint> PeriodStarts => Numbers<uint>(BookTable.PeriodStarts);

    public override ReadOnlySpan<uint> Periods => Numbers<uint>(BookTable.Periods);

    public override ReadOnlySpan<byte> CompleteSets => Numbers<byte>(BookTable.CompleteSets);

    public override ReadOnlySpan<uint> ProcedurePeriodStarts => Numbers<uint>(BookTable.ProcedurePeriodStarts);

    public override ReadOnlySpan<uint> ProcedurePeriods => Numbers<uint>(BookTable.ProcedurePeriods);

    public override ReadOnlySpan<ulong> ProcedureRules => Numbers<ulong>(BookTable.ProcedureRules);

    public override ReadOnlySpan<ulong> ProcedureClasses => Numbers<ulong>(BookTable.ProcedureClasses);

    public override ReadOnlySpan<ulong> ListedModifiers => Numbers<ulong>(BookTable.ListedModifiers);

    public override ReadOnlySpan<uint> Rules => Numbers<uint>(BookTable.Rules);

    public override ReadOnlySpan<uint> SelectionRules => Numbers<uint>(BookTable.SelectionRules);

    public override ReadOnlySpan<ulong> RuleSets => Numbers<ulong>(BookTable.RuleSets);

    public override ReadOnlySpan<uint> Payers => Numbers<uint>(BookTable.Payers);

    public override ReadOnlySpan<ulong> PayerRules => Numbers<ulong>(BookTable.PayerRules);

    public override ReadOnlySpan<byte> PayerSeverities => Numbers<byte>(BookTable.PayerSeverities);

    public override ReadOnlySpan<byte> PayerRanks => Numbers<byte>(BookTable.PayerRanks);

    public override ReadOnlySpan<ulong> InputRules => Numbers<ulong>(BookTable.InputRules);

    public override ReadOnlySpan<ulong> InputValues => Numbers<ulong>(BookTable.InputValues);

    public override ReadOnlySpan<byte> DiagnosisSides => Numbers<byte>(BookTable.DiagnosisSides);

    public override ReadOnlySpan<uint> Selection => Numbers<uint>(BookTable.Selection);

    public override ReadOnlySpan<ulong> SelectionSites => Numbers<ulong>(BookTable.SelectionSites);

    public override ReadOnlySpan<uint> Techniques => Numbers<uint>(BookTable.Techniques);

    public override ReadOnlySpan<uint> AnatomicSites => Numbers<uint>(BookTable.AnatomicSites);

    public override ReadOnlySpan<uint> Terms => Numbers<uint>(BookTable.Terms);

    public override ReadOnlySpan<ulong> TermMeanings => Numbers<ulong>(BookTable.TermMeanings);

    public override ReadOnlySpan<uint> PhraseCells => Numbers<uint>(BookTable.PhraseCells);

    public override ReadOnlySpan<uint> Phrases => Numbers<uint>(BookTable.Phrases);

    public override ReadOnlySpan<ulong> Checklist => Numbers<ulong>(BookTable.Checklist);

    public override ReadOnlySpan<uint> EditStarts => Numbers<uint>(BookTable.EditStarts);

    public override ReadOnlySpan<ushort> EditProcedures => Numbers<ushort>(BookTable.EditProcedures);

    public override ReadOnlySpan<uint> EditKinds => Numbers<uint>(BookTable.EditKinds);

    public override ReadOnlySpan<uint> EditLines => Numbers<uint>(BookTable.EditLines);

    public override ReadOnlySpan<uint> EditDetails => Numbers<uint>(BookTable.EditDetails);

    public override ReadOnlySpan<uint> SearchWords => Numbers<uint>(BookTable.SearchWords);

    public override ReadOnlySpan<uint> SearchStarts => Numbers<uint>(BookTable.SearchStarts);

    public override ReadOnlySpan<ulong> SearchPostings => Numbers<ulong>(BookTable.SearchPostings);

    public override ReadOnlySpan<byte> SearchTitleLengths => Numbers<byte>(BookTable.SearchTitleLengths);

    /// <exception cref="InvalidDataException">The assembly has no image of a book, or one that this library cannot read.</exception>
    public static BookImage Open(Assembly assembly)
    {
        var name = $"Resource {ImageFormat.ResourceName} of {assembly.GetName().Name}";
        return assembly.GetManifestResourceStream(ImageFormat.ResourceName) switch
        {
            UnmanagedMemoryStream resource => new(resource, name),
            null => throw new InvalidDataException($"{name} is missing; a project that references CodeReference.Compiler embeds it when CodeReferenceStorage is Resource."),
            _ => throw new InvalidDataException($"{name} is not in memory; expected an assembly that the runtime has mapped."),
        };
    }

    private void ReadDirectory(string name)
    {
        var length = _resource.Length;
        var head = new ReadOnlySpan<byte>(_image, (int)Math.Min(length, ImageFormat.HeadSize + (ImageFormat.Parts * ImageFormat.EntrySize)));
        if (head.Length < ImageFormat.HeadSize || !head.StartsWith(ImageFormat.Magic))
        {
            throw new InvalidDataException($"{name} is not the image of a book.");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        var parts = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        if (version != ImageFormat.Version || parts != ImageFormat.Parts)
        {
            throw new InvalidDataException(
                $"{name} has schema {version:X8} with {parts} parts; expected schema {ImageFormat.Version:X8} with {ImageFormat.Parts}: "
                + "compile it with the CodeReference.Compiler of this library's version.");
        }

        for (var part = 0; part < _parts.Length; part++)
        {
            var entry = head[(ImageFormat.HeadSize + (part * ImageFormat.EntrySize))..];
            var start = BinaryPrimitives.ReadInt64LittleEndian(entry);
            var bytes = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
            if (start < 0 || bytes < 0 || start > length - bytes)
            {
                throw new InvalidDataException($"{name} is cut off: part {part} needs {bytes} bytes from {start} on, and there are {length}.");
            }

            var size = part < ImageFormat.ShardStarts ? (int)BookSchema.Tables[part].Element
                : part == ImageFormat.ShardStarts ? sizeof(long)
                : 1;
            // The text may be longer than a span: only its shards are spans.
            _parts[part] = (start, part == ImageFormat.Text ? 0 : checked((int)(bytes / size)));
        }
    }

    private ReadOnlySpan<T> Numbers<T>(BookTable table)
        where T : unmanaged => Part<T>((int)table);

    private ReadOnlySpan<T> Part<T>(int part)
        where T : unmanaged
    {
        var (start, count) = _parts[part];
        return new(_image + start, count);
    }

    private sealed class Shard(BookImage image, long start, int length) : TextShard
    {
        public override ReadOnlySpan<byte> Bytes => new(image._image + start, length);
    }
}
