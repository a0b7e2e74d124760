namespace Clinic.Abstractions.Administration;

/// <summary>Gives a person a password, PIN or badge, in place of the one before.</summary>
/// <remarks>The secret is no part of the payload: repeated under the same command id, another secret is not looked at.</remarks>
/// <param name="Person">The person.</param>
/// <param name="Kind">Password, PIN or badge.</param>
/// <param name="Secret">What will be typed or scanned.</param>
public sealed record SetCredential(PersonId Person, CredentialKind Kind, Secret Secret) : AdministrationCommand<CredentialAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.set-credential";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("person", Person);
        payload.Write("kind", Kind.ToString());
    }
}
