namespace Clinic.Abstractions.Administration;

/// <summary>Ends a person's right to act; what they did stays under their name.</summary>
/// <param name="Person">The person.</param>
/// <param name="Version">The version that was read.</param>
public sealed record RetirePerson(PersonId Person, long Version) : AdministrationCommand<PersonAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.retire-person";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("person", Person);
        payload.Write("version", Version);
    }
}
