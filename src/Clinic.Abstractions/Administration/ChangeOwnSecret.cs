namespace Clinic.Abstractions.Administration;

/// <summary>A person changes their own password or PIN, proving themselves with the present password.</summary>
/// <param name="Kind">Password or PIN; badges are given out.</param>
/// <param name="Password">The present password.</param>
/// <param name="Secret">What will be typed from now on.</param>
/// <param name="Device">The station, 1 to 100 characters; failed attempts are counted there too.</param>
public sealed record ChangeOwnSecret(CredentialKind Kind, Secret Password, Secret Secret, string Device) : AdministrationCommand<CredentialAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.change-own-secret";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("kind", Kind.ToString());
    }
}
