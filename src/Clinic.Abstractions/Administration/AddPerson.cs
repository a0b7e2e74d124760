namespace Clinic.Abstractions.Administration;

/// <summary>Adds a person who may act; a password, PIN or badge is set apart.</summary>
/// <param name="PersonName">The name for people, 1 to 120 characters.</param>
/// <param name="SignInName">The name typed at sign-in, 3 to 60 characters, once per clinic.</param>
/// <param name="Roles">At least one role; never <see cref="Role.System"/>.</param>
/// <param name="Departments">The departments belonged to.</param>
public sealed record AddPerson(string PersonName, string SignInName, IReadOnlyList<Role> Roles, IReadOnlyList<DepartmentId> Departments)
    : AdministrationCommand<PersonAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.add-person";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("name", PersonName);
        payload.Write("signIn", SignInName);
        PersonRights.Describe(payload, Roles, Departments);
    }
}
