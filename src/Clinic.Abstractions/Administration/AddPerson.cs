namespace Clinic.Abstractions.Administration;

/// <summary>Adds a person who may act, with a password or without; PIN and badge are set apart.</summary>
/// <param name="PersonName">The name for people, 1 to 120 characters.</param>
/// <param name="SignInName">The name typed at sign-in, 3 to 60 characters, once per clinic.</param>
/// <param name="Roles">At least one role; never <see cref="Role.System"/>.</param>
/// <param name="Departments">The departments belonged to.</param>
/// <param name="Password">The password, or null to set one later; it enters neither payload nor audit.</param>
public sealed record AddPerson(
    string PersonName, string SignInName, IReadOnlyList<Role> Roles, IReadOnlyList<DepartmentId> Departments, Secret? Password = null)
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
