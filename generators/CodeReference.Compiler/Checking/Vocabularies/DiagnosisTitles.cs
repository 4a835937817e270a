using CodeReference.Compiler.Facts;

namespace CodeReference.Compiler.Checking.Vocabularies;

/// <summary>The official titles of diagnoses by what they say. Made only when a page contradicts one: there are many.</summary>
internal sealed class DiagnosisTitles(CodeFacts diagnoses, MeaningWords meanings, SiteVocabulary sites)
{
    private readonly Lazy<Dictionary<string, CodePeriod>> _bySignature = new(() =>
    {
        var codes = new Dictionary<string, CodePeriod>(StringComparer.Ordinal);
        // The lowest code, but a billable one before a heading that has its title.
        foreach (var code in diagnoses.Codes)
        {
            var signature = new DiagnosisTitle(code.Title, meanings, sites).Signature;
            if (!codes.TryGetValue(signature, out var other) || (!other.IsBillable && code.IsBillable))
            {
                codes[signature] = code;
            }
        }

        return codes;
    });

    /// <summary>The code whose official title has all the words of a signature and no others; null when none has.</summary>
    public CodePeriod? TryFind(string signature) => _bySignature.Value.TryGetValue(signature, out var code) ? code : null;
}
