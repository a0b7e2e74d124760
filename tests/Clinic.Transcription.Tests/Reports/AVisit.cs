using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Tests.Reports;

/// <summary>A short visit and what may be drafted from it.</summary>
internal static class AVisit
{
    public static Transcript Throat { get; } = new("es",
    [
        new(0, "doctor", "¿Qué la trae por aquí, señora Rosa Núñez?"),
        new(1, "paciente", "Vengo por dolor de garganta desde hace cuatro días."),
        new(2, "doctor", "Es una faringitis. Le receto paracetamol de quinientos miligramos cada ocho horas."),
    ])
    {
        Roles = new Dictionary<string, SpeakerRole> { ["doctor"] = SpeakerRole.Physician, ["paciente"] = SpeakerRole.Patient },
    };

    public static ReportDraft DraftOf(Transcript transcript) => new(
    [
        Of(transcript, ReportSection.ChiefComplaint, "Dolor de garganta.", 1),
        Of(transcript, ReportSection.PresentIllness, "Dolor de garganta desde hace cuatro días.", 1),
        Of(transcript, ReportSection.Assessment, "Faringitis.", 2),
        Of(transcript, ReportSection.Plan, "Paracetamol 500 mg cada 8 horas.", 2),
    ], [new(EntityKind.Drug, "Paracetamol", Whole(transcript, 2), Polarity.Affirmed) { Term = "paracetamol", Value = 500m, Unit = "mg" }], "room", "1");

    public static DraftStatement Of(Transcript transcript, ReportSection section, string text, int segment) => new(section, text, [Whole(transcript, segment)], Polarity.Affirmed);

    public static EvidenceSpan Of(Transcript transcript, int segment, string words) => new(segment, transcript.Segments[segment].Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    public static EvidenceSpan Whole(Transcript transcript, int segment) => new(segment, 0, transcript.Segments[segment].Text.Length);
}
