using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    // Statuses, triggers, acts and kinds as people read them in Spanish.
    private static Dictionary<string, string> SpanishWords() => new(ClinicWords.Spanish, StringComparer.Ordinal)
    {
        ["Draft"] = "borrador",
        ["Published"] = "publicada",
        ["Superseded"] = "reemplazada",
    };
}
