using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Whether a piece of speech affirms, denies or doubts what it names.</summary>
internal static class Polarities
{
    public static Polarity Of(Unit unit, int from, Lexicon lexicon)
    {
        var tokens = unit.Of.Tokens;
        var denied = NegationScopes.Of(tokens, from, unit.To, lexicon);
        var named = lexicon.Clinical.Find(tokens, from, unit.To).Where(m => m.Value is ClinicalKind.Symptom or ClinicalKind.Diagnosis or ClinicalKind.Exam or ClinicalKind.Habit or ClinicalKind.History).ToList();
        if (named.Count > 0 && named.TrueForAll(m => denied[m.At - from])) return Polarity.Negated;
        if (named.Count == 0 && denied.Contains(true) && lexicon["negation"].At(tokens, from, unit.To) is not null) return Polarity.Negated;
        return lexicon.Has("uncertain", tokens, from, unit.To) && unit.Section is ReportSection.Assessment or ReportSection.PresentIllness ? Polarity.Uncertain : Polarity.Affirmed;
    }
}
