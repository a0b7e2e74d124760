namespace Clinic.Storage.Turso.Dispensing;

/// <summary>The tables of dispensing.</summary>
internal static class DispensingSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "dispensing", "Dispensing",
        new FactKind("dispensing.dispensation", "dispensations"),
        new FactKind("dispensing.checklist", "checklists"));
}
