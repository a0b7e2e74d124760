using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    // Statuses, triggers, acts and kinds as people read them in Spanish.
    private static Dictionary<string, string> SpanishWords() => new(ClinicWords.Spanish, StringComparer.Ordinal);
}
