using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>The tables that every clinic has.</summary>
internal static class CoreSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "core", "Core",
        new FactKind("core.site", "sites"),
        new FactKind("core.department", "departments"),
        new FactKind("core.location", "locations"),
        new FactKind("core.person", "people"),
        new FactKind("core.patient", "patients")) with
    {
        Fills = new Dictionary<int, Func<IMigrationTarget, CancellationToken, Task>> { [4] = PatientKeys.FillAsync },
    };

    public static FactKey Fact(SiteId id) => new("core.site", id.Value);

    public static FactKey Fact(DepartmentId id) => new("core.department", id.Value);

    public static FactKey Fact(LocationId id) => new("core.location", id.Value);

    public static FactKey Fact(PersonId id) => new("core.person", id.Value);

    public static FactKey Fact(PatientId id) => new("core.patient", id.Value);

    public static FactKey Fact(AttachmentId id) => new("core.attachment", id.Value);
}
