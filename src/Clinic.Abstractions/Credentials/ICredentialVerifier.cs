namespace Clinic.Abstractions;

/// <summary>Checks a password, PIN or badge; answered by the clinic's own identity system or by ours.</summary>
public interface ICredentialVerifier
{
    /// <summary>Checks a person's secret at a device; counts the attempt before it looks.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="person">Who it is said to be.</param>
    /// <param name="kind">How they prove it.</param>
    /// <param name="secret">What was typed or scanned.</param>
    /// <param name="device">The station, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<CredentialResult> VerifyAsync(
        TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken);
}
