using CodeReference.Compiler.Model;
using CodeReference.Compiler.Reading;
using CsCheck;

namespace CodeReference.Compiler.Tests.Checking;

/// <summary>What holds of the check stage for any page.</summary>
public sealed class CheckingProperties
{
    private const int Cases = 300;

    private static readonly FileModel[] Tables = [.. DefaultTexts.Tables.Select(PublicationCompiler.ReadAndModel)];

    // What the check decides by, far denser than any page has it.
    private static readonly Gen<string> Words = Gen.OneOf(
            "simple ", "layered ", "closure ", "repair ", "local flap ", "island ", "pedicle ", "full-thickness ", "not ", "rather than ", "is not ", "without ", "with ",
            "right ", "left ", "upper ", "arm ", "lower limb ", "scalp ", "other part of head ", "squamous ", "cell ", "carcinoma ", "initial ", "w/o ", "FB ", "type ", "1 ",
            "10 ", "10.1 ", "2,5", "1e9 ", "cm", "cm2 ", "sq cm ", "cm² ", "≤", "to ", "-", "or less ", "over ", "between ", "and ", "each additional ", "99999999999 ", ".", ";", "(", ")", ",", "/", "|", "\\|",
            "Plastic ", "Surgery ", "OMM ", "physician ", "&", "\u00A0", "\uD800", "😀", "İ", "ﬁ", "\t", "'", "\"")
        .Array[0, 25].Select(parts => string.Concat(parts).Replace("|", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Trim());

    private static readonly Gen<string> Code = Gen.OneOf(
        "25", "LT", "ZA", "QK", "208600000X", "207LR0400X", "333600000X", "S41.111A", "T14.8", "S01.81XA", "C44.722", "12001", "14020", "14021", "14302", "15260", "13160");

    private static readonly Gen<SourceFile> Page =
        from title in Words
        from overview in Words
        from rows in Gen.Select(Code, Words, Words, (code, first, second) => $"| {code} | {first} | {second} |\n").Array[0, 12]
        select new SourceFile("page.txt", SourceKind.Publication, "CPT 14020: T" + title + "\nBilling Code Overview\n" + overview + "\n" + string.Concat(
            new[] { "Modifier | Description | When to Use", "Taxonomy Code | Specialty | Notes", "ICD-10 Code | Description | Clinical Relevance", "CPT Code | Description | Relationship to This Procedure" }
                .Select(header => header + "\n---|---|---\n" + string.Concat(rows))));

    [Fact]
    public void Check_AnyPage_EndsInsideTheFileWithOneMistakeARowAtMost() => Page.Sample(source =>
    {
        var page = PublicationCompiler.ReadAndModel(source);
        var found = PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of([page, .. Tables]))).Where(diagnostic => diagnostic.Path == source.Path).ToList();
        return found.TrueForAll(diagnostic => diagnostic.Span.Start + diagnostic.Span.Length <= source.Text.Length && diagnostic.Message.Length > 0)
            && found.Where(diagnostic => string.CompareOrdinal(diagnostic.Rule.Id, "CR3010") >= 0).GroupBy(diagnostic => diagnostic.Span.Line).All(row => row.Count() == 1);
    }, iter: Cases);

    [Fact]
    public void Check_AnyPage_IsNotChangedByIt() => Page.Sample(source =>
    {
        var page = PublicationCompiler.ReadAndModel(source);
        var book = PublicationCompiler.Settle(BookModel.Of([page, .. Tables]));
        _ = PublicationCompiler.Check(book).Count;
        return page.Equals(PublicationCompiler.ReadAndModel(source)) && book.Model.Equals(BookModel.Of([page, .. Tables]));
    }, iter: Cases / 10);

    [Fact]
    public void Check_FilesInAnyOrder_FindsTheSame() => Gen.Select(Page, Gen.Int).Sample((source, seed) =>
    {
        FileModel[] files = [PublicationCompiler.ReadAndModel(source), .. Tables];
        var found = PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of(files)));
        new Random(seed).Shuffle(files);
        return found.Equals(PublicationCompiler.Check(PublicationCompiler.Settle(BookModel.Of(files))));
    }, iter: Cases / 10);

    [Fact]
    public void In_AnyText_GivesSizesThatStandInIt() => Words.Sample(text =>
        SizePhrase.In(text).All(size => text.Substring(size.Start, size.Text.Length) == size.Text && (size.UpTo is null || size.Above <= size.UpTo)), iter: 5000);
}
