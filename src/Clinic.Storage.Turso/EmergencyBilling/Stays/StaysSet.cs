namespace Clinic.Storage.Turso.EmergencyBilling.Stays;

/// <summary>The tables of stays.</summary>
internal static class StaysSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("emergency-stays", "EmergencyBilling.Stays", new FactKind("emergency.stay", "stays"));
}
