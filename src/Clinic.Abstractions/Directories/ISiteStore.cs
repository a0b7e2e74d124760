namespace Clinic.Abstractions;

/// <summary>Stages sites, departments and locations, for clinics without a directory of their own.</summary>
/// <remarks>Saving an id that exists replaces what it says.</remarks>
public interface ISiteStore : ISiteDirectory
{
    /// <summary>Stages a new or changed site.</summary>
    void Save(IUnit unit, Site site);

    /// <summary>Stages a new or changed department.</summary>
    void Save(IUnit unit, Department department);

    /// <summary>Stages a new or changed location.</summary>
    void Save(IUnit unit, Location location);
}
