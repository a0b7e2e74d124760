using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    // Statuses, triggers, acts and kinds as people read them in Spanish.
    internal static Dictionary<string, string> SpanishWords() => new(ClinicWords.Spanish, StringComparer.Ordinal)
    {
        ["ReadSessions"] = "ver sesiones",
    };
}
