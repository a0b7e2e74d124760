namespace Clinic.Storage.Turso.Pharmacy.Counts;

/// <summary>The tables of counting sessions.</summary>
internal static class CountsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("pharmacy-counts", "Pharmacy.Counts", new FactKind("pharmacy.count-session", "count_sessions"));
}
