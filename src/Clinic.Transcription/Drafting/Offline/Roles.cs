using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Tells the physician from the patient by what they say, where nobody says it or the labels are swapped.</summary>
internal static class Roles
{
    // A margin, so that a few odd turns do not turn a visit around.
    private const double Margin = 0.35;

    public static void Resolve(List<Utterance> visit, Lexicon lexicon)
    {
        foreach (var utterance in visit.Where(u => u.Role == SpeakerRole.Unknown && u.Label is not null)) utterance.Role = Named(utterance.Label!);
        var voices = visit.Where(u => u.Label is not null).GroupBy(u => u.Label!, StringComparer.Ordinal).Select(g => (Label: g.Key, Lines: g.ToList(), Lean: Lean(g, lexicon))).OrderByDescending(v => v.Lean).ThenBy(v => v.Label, StringComparer.Ordinal).ToList();
        if (voices.Count == 0) return;
        if (voices.All(v => v.Lines[0].Role == SpeakerRole.Unknown))
        {
            for (var i = 0; i < voices.Count; i++) Set(voices[i].Lines, i == 0 && (voices.Count > 1 || voices[i].Lean > 0) ? SpeakerRole.Physician : SpeakerRole.Patient);
            return;
        }

        var physician = voices.Find(v => v.Lines[0].Role == SpeakerRole.Physician);
        var patient = voices.Find(v => v.Lines[0].Role == SpeakerRole.Patient);
        if (physician.Lines is not null && patient.Lines is not null && patient.Lean - physician.Lean > Margin)
        {
            Set(physician.Lines, SpeakerRole.Patient);
            Set(patient.Lines, SpeakerRole.Physician);
        }

        foreach (var voice in voices.Where(v => v.Lines[0].Role == SpeakerRole.Unknown))
            Set(voice.Lines, physician.Lines is null && voice.Lean > 0 ? SpeakerRole.Physician : SpeakerRole.Patient);
    }

    /// <summary>The role that a label itself says.</summary>
    public static SpeakerRole Named(string label)
    {
        var word = TextFold.Of(label).Trim();
        return word switch
        {
            "doctor" or "doctora" or "medico" or "medica" or "physician" or "dr" or "dra" or "clinician" => SpeakerRole.Physician,
            "patient" or "paciente" => SpeakerRole.Patient,
            "nurse" or "enfermera" or "enfermero" or "guest_clinician" => SpeakerRole.Clinician,
            _ when word.StartsWith("guest", StringComparison.Ordinal) || word is "relative" or "familiar" or "madre" or "padre" or "mother" or "father" or "family" => SpeakerRole.Relative,
            _ => SpeakerRole.Unknown,
        };
    }

    private static void Set(List<Utterance> lines, SpeakerRole role) => lines.ForEach(l => l.Role = role);

    // From -1, a patient's words only, to 1, a physician's.
    private static double Lean(IEnumerable<Utterance> lines, Lexicon lexicon)
    {
        double physician = 0, patient = 0;
        foreach (var line in lines)
        {
            physician += lexicon["doctor"].Find(line.Tokens, 0, line.Tokens.Count).Count();
            patient += lexicon["patient"].Find(line.Tokens, 0, line.Tokens.Count).Count();
            physician += 0.7 * line.Tokens.Count(t => t.Word == "?");
        }

        return physician + patient == 0 ? 0 : (physician - patient) / (physician + patient);
    }
}
