namespace Clinic.Abstractions.Administration;

/// <summary>Ends the locks that failed attempts brought, for every kind of credential.</summary>
/// <param name="Person">The person.</param>
public sealed record UnlockPerson(PersonId Person) : AdministrationCommand<PersonAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.unlock-person";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload) => payload.Write("person", Person);
}
