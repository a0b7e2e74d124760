namespace Clinic.Abstractions;

/// <summary>Stages people, for clinics without a directory of their own.</summary>
public interface IPersonStore : IPersonDirectory
{
    /// <summary>Stages a new person; the sign-in name must be free at the commit.</summary>
    void Add(IUnit unit, Person person);

    /// <summary>Stages a changed person, read at the version before.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person with the next version.</param>
    void Save(IUnit unit, Person person);
}
