using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>The tables that every clinic has.</summary>
internal static class CoreSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "core", "Core",
        new FactKind("clinic.site", "sites"),
        new FactKind("clinic.department", "departments"),
        new FactKind("clinic.location", "locations"),
        new FactKind("clinic.person", "people"),
        new FactKind("clinic.patient", "patients"));

    public static FactKey Fact(SiteId id) => new("clinic.site", id.Value);

    public static FactKey Fact(DepartmentId id) => new("clinic.department", id.Value);

    public static FactKey Fact(LocationId id) => new("clinic.location", id.Value);

    public static FactKey Fact(PersonId id) => new("clinic.person", id.Value);

    public static FactKey Fact(PatientId id) => new("clinic.patient", id.Value);
}
