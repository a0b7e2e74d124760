using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;
using Microsoft.Extensions.Options;

namespace Clinic.Transcription.Reports;

/// <summary>Marks the terms of a report by our word lists and the clinic's own, which go first.</summary>
internal sealed class ReportTerms
{
    private readonly PhraseTable<EntityKind> own = new();

    public ReportTerms(IOptions<ReportOptions> options)
    {
        foreach (var (term, kind) in options.Value.Terms) own.Add(term, kind);
        own.Sorted();
    }

    /// <summary>The terms in the order of the text; none overlaps another.</summary>
    public IReadOnlyList<MarkedTerm> Of(IReadOnlyList<ReportStatement> statements, string language)
    {
        var lexicon = Lexicon.For(language);
        return [.. statements.SelectMany(s => Of(s, lexicon))];
    }

    private IEnumerable<MarkedTerm> Of(ReportStatement statement, Lexicon lexicon)
    {
        var tokens = TokenReader.Read(statement.Text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i, lexicon) is not { } found) continue;
            var last = i + found.Words - 1;
            yield return new(statement.Number, tokens[i].Start, tokens[last].End - tokens[i].Start, found.Kind, found.IsOwn);
            i = last;
        }
    }

    private (EntityKind Kind, int Words, bool IsOwn)? At(List<Token> tokens, int at, Lexicon lexicon)
    {
        if (own.At(tokens, at, tokens.Count) is { } mine) return (mine.Value, mine.Length, true);
        if (Lexicon.Drugs.At(tokens, at, tokens.Count) is { } drug) return (EntityKind.Drug, drug.Length, false);
        return lexicon.Clinical.At(tokens, at, tokens.Count) is { } term && KindOf(term.Value) is { } kind ? (kind, term.Length, false) : null;
    }

    private static EntityKind? KindOf(ClinicalKind kind) => kind switch
    {
        ClinicalKind.Symptom => EntityKind.Symptom,
        ClinicalKind.Diagnosis => EntityKind.Diagnosis,
        ClinicalKind.Treatment => EntityKind.Treatment,
        ClinicalKind.Measure or ClinicalKind.Study => EntityKind.Measurement,
        _ => null,
    };
}
