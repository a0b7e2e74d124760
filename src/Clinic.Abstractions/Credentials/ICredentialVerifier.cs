namespace Clinic.Abstractions;

/// <summary>Checks a password, PIN or badge; answered by the clinic's own identity system or by ours.</summary>
public interface ICredentialVerifier
{
    /// <summary>Checks a person's secret at a device; counts the attempt before it looks, and refuses retired people.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="person">Who it is said to be.</param>
    /// <param name="kind">How they prove it.</param>
    /// <param name="secret">What was typed or scanned.</param>
    /// <param name="device">The station, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<CredentialResult> VerifyAsync(
        TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken);

    /// <summary>Finds whose badge was scanned at a device; counts the attempt before it looks.</summary>
    /// <remarks>Unknown badges and those of retired people are refused alike, and cost as much time as known ones.</remarks>
    /// <param name="tenant">The clinic.</param>
    /// <param name="badge">What was scanned.</param>
    /// <param name="device">The station, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Accepted names the person; refused and locked name nobody.</returns>
    Task<CredentialResult> IdentifyAsync(TenantId tenant, Secret badge, string device, CancellationToken cancellationToken);
}
