namespace Clinic.Abstractions.Administration;

/// <summary>Gives a person other roles and departments; they act with them from their next request on.</summary>
/// <param name="Person">The person.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Roles">All roles from now on, at least one; never <see cref="Role.System"/>.</param>
/// <param name="Departments">All departments from now on.</param>
public sealed record ChangePersonRights(PersonId Person, long Version, IReadOnlyList<Role> Roles, IReadOnlyList<DepartmentId> Departments)
    : AdministrationCommand<PersonAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.change-person-rights";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("person", Person);
        payload.Write("version", Version);
        PersonRights.Describe(payload, Roles, Departments);
    }
}
