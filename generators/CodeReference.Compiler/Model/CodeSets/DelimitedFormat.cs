namespace CodeReference.Compiler.Model.CodeSets;

/// <summary>An official file of delimited cells, known by the captions of its columns.</summary>
/// <param name="Name">The code set, as its owner calls it.</param>
/// <param name="EditionOf">What a release tells of its edition.</param>
/// <param name="Columns">The columns that are read, the code first; others are passed over.</param>
/// <param name="AddRows">Takes the rows to the model.</param>
internal sealed record DelimitedFormat(
    string Name, EditionFinder EditionOf, HeaderColumn[] Columns, Action<DelimitedRows, CodeSetOutput> AddRows);
