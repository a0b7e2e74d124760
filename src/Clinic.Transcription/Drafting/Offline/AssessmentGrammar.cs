using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>How a physician's Spanish names what the patient has: <c>es una otitis</c>, <c>tiene dengue</c>, <c>la diabetes está descontrolada</c>.</summary>
internal static class AssessmentGrammar
{
    private const int Reach = 7;
    private const double Named = 3.4;
    private const double Judged = 3.2;
    private const double Begun = 3;

    public static double Score(Unit unit, Lexicon lexicon)
    {
        var tokens = unit.Of.Tokens;
        var diseases = Diseases(unit, lexicon);
        if (diseases.Count == 0 || IsSeen(unit)) return 0;
        for (var i = unit.From; i < unit.To; i++)
        {
            if (lexicon["being"].At(tokens, i, unit.To) is null) continue;
            if (i > unit.From && tokens[i - 1].Word is "si" or "que" or "no" or "ni" or "cuando" && tokens[i].Word is not ("es" or "son")) continue;
            // What stands near behind the verb: "tiene, en el oído izquierdo, una otitis".
            if (diseases.Exists(d => d > i && d <= i + Reach)) return Named;
        }

        // "Puerperio normal, con una grieta": a physician who begins with the disease names it.
        if (unit.Phase is ReportSection.Exam or ReportSection.Results or ReportSection.Assessment && Opening.Skip(unit.Of, unit.From, unit.To, lexicon) is var first && diseases.Contains(first) && unit.Count(ClinicalKind.Study) == 0) return Begun;
        foreach (var state in lexicon["state"].Find(tokens, unit.From, unit.To))
        {
            if (diseases.Exists(d => Math.Abs(d - state.At) <= Reach)) return Judged;
        }

        return 0;
    }

    // "se ven los parásitos", "se palpa una hernia": looked at, not judged.
    private static bool IsSeen(Unit unit) => Enumerable.Range(unit.From, Math.Max(0, unit.To - unit.From - 1)).Any(i => unit.Of.Tokens[i].Word == "se" && unit.Of.Tokens[i + 1].Word is "ve" or "ven" or "observa" or "observan" or "aprecia" or "aprecian" or "palpa" or "palpan" or "ausculta" or "auscultan" or "oye" or "oyen");

    /// <summary>Where diseases are named and not denied.</summary>
    public static List<int> Diseases(Unit unit, Lexicon lexicon)
    {
        var tokens = unit.Of.Tokens;
        var found = lexicon.Clinical.Find(tokens, unit.From, unit.To).Where(m => m.Value == ClinicalKind.Diagnosis).Select(m => m.At).ToList();
        for (var i = unit.From; i < unit.To; i++)
        {
            if (!found.Contains(i) && DiseaseWords.Is(tokens[i].Word)) found.Add(i);
        }

        if (found.Count == 0) return found;
        var denied = NegationScopes.Of(tokens, unit.From, unit.To, lexicon);
        found.RemoveAll(at => denied[at - unit.From]);
        return found;
    }
}
