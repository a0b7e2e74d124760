namespace Clinic.Abstractions;

/// <summary>Stages patients, for clinics without a record of their own.</summary>
public interface IPatientStore : IPatientDirectory
{
    /// <summary>Stages a new patient; the document must be free at the commit.</summary>
    void Add(IUnit unit, Patient patient);

    /// <summary>Stages a changed patient, read at the version before.</summary>
    void Save(IUnit unit, Patient patient);
}
