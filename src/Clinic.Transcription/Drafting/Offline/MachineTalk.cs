using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Finds what speaks to the machine instead of about the patient, in Spanish and English whatever the visit speaks.</summary>
internal static class MachineTalk
{
    private const int Near = 12;

    /// <summary>Whether a text orders the machine about; then nothing of it is evidence.</summary>
    /// <param name="tokens">Of the whole segment.</param>
    /// <param name="byPhysician">A physician may dictate; nobody may change the rules.</param>
    public static bool IsInjection(List<Token> tokens, bool byPhysician)
    {
        if (Lexicon.Machine("override").Find(tokens, 0, tokens.Count).Any()) return true;
        if (byPhysician) return false;
        var imperatives = Imperatives(tokens).ToList();
        if (imperatives.Count == 0) return false;
        var vocatives = Lexicon.Machine("vocative").Find(tokens, 0, tokens.Count).Where(v => IsCall(tokens, v)).ToList();
        var reports = Lexicon.Machine("report").Find(tokens, 0, tokens.Count).ToList();
        return imperatives.Any(i =>
            vocatives.Any(v => Math.Abs(v.At - i.At) <= Near)
            || reports.Any(r => r.At > i.At && r.At - i.At <= Near)
            || (Lexicon.Machine("informal").At(tokens, i.At, tokens.Count) is not null && i.End < tokens.Count && tokens[i.End].Word is "que" or ":"));
    }

    /// <summary>Whether a piece of a physician's speech is a command to the scribe, such as <c>hey dragon, show me the x-ray</c>.</summary>
    public static bool IsCommand(List<Token> tokens, int from, int to)
    {
        foreach (var call in Lexicon.Machine("vocative").Find(tokens, from, to))
        {
            if (!IsCall(tokens, call)) continue;
            for (var i = call.End; i < to && i <= call.End + 3; i++)
            {
                if (Lexicon.Machine("imperative").At(tokens, i, to) is not null || tokens[i].Word is "show" or "finalize" or "muestra" or "muestrame" or "finaliza" or "open" or "abre") return true;
            }

            if (call.At > from && tokens[from].Word is "finalize" or "finaliza" or "show") return true;
        }

        return false;
    }

    // "sistema" and "programa" are words of a visit too: a call stands at the beginning, behind "oye", or between marks.
    private static bool IsCall(List<Token> tokens, PhraseMatch<string> match) =>
        match.At == 0 || tokens[match.At - 1].IsMark || tokens[match.At - 1].Word is "oye" or "oiga" or "hola" or "hey" or "hi" or "ok" or "okay" or "dear" or "querido" or "estimado" or "senor" or "the" or "el" or "la"
        && (match.End >= tokens.Count || tokens[match.End].IsMark || tokens[match.End].Word is "please" or "por" || Lexicon.Machine("imperative").At(tokens, match.End, tokens.Count) is not null);

    // A verb in the middle of a clause ("quiero que anote") orders too; one behind a subject does not.
    private static IEnumerable<PhraseMatch<string>> Imperatives(List<Token> tokens) =>
        Lexicon.Machine("imperative").Find(tokens, 0, tokens.Count).Where(m => m.At == 0 || tokens[m.At - 1].Word is not ("el" or "la" or "su" or "mi" or "me" or "lo" or "le" or "se" or "yo" or "i" or "you" or "he" or "she" or "we" or "they" or "the" or "a" or "my" or "your" or "this" or "doctor" or "no" or "not" or "did" or "doctora"));
}
