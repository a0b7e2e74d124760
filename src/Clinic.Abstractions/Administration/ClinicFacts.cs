namespace Clinic.Abstractions.Administration;

/// <summary>The facts that audit entries of the administration name.</summary>
public static class ClinicFacts
{
    /// <summary>A site.</summary>
    public static FactKey Site(SiteId site) => new("core.site", site.Value);

    /// <summary>A department.</summary>
    public static FactKey Department(DepartmentId department) => new("core.department", department.Value);

    /// <summary>A location.</summary>
    public static FactKey Location(LocationId location) => new("core.location", location.Value);

    /// <summary>A person; versioned, so that guards may rely on it.</summary>
    public static FactKey Person(PersonId person) => new("core.person", person.Value);

    /// <summary>A patient; versioned, so that guards may rely on it.</summary>
    public static FactKey Patient(PatientId patient) => new("core.patient", patient.Value);
}
