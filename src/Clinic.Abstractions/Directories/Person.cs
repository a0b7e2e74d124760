namespace Clinic.Abstractions;

/// <summary>A person who may act in the clinic. Retired, never deleted.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name for people, 1 to 120 characters.</param>
/// <param name="SignInName">The name typed at sign-in, unique per tenant without regard to case; 3 to 60 characters.</param>
/// <param name="Roles">The roles held.</param>
/// <param name="Departments">The departments belonged to.</param>
/// <param name="IsRetired">Whether the person no longer acts.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record Person(
    PersonId Id, string Name, string SignInName, IReadOnlySet<Role> Roles, IReadOnlySet<DepartmentId> Departments, bool IsRetired, long Version)
{
    /// <summary>The person as the actor of a command.</summary>
    public Actor AsActor() => new(Id, Roles, Departments);

    /// <summary>The id only; the name is personal data.</summary>
    public override string ToString() => Id.ToString();
}
