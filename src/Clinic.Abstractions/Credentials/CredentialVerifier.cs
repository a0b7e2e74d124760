using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Our own verifier: slow hash, attempt limits per person and device, constant-time compare.</summary>
public sealed class CredentialVerifier(ICredentialStore store, IClock clock, CredentialOptions options) : ICredentialVerifier
{
    private const int LongestSecret = 256;

    /// <summary>The subject under which a person's attempts of a kind are counted.</summary>
    public static string PersonSubject(PersonId person, CredentialKind kind) => $"person:{person}:{kind.ToString().ToLowerInvariant()}";

    /// <summary>The subject under which attempts at a device are counted.</summary>
    public static string DeviceSubject(string device) => $"device:{device}";

    /// <inheritdoc/>
    public async Task<CredentialResult> VerifyAsync(
        TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentException.ThrowIfNullOrWhiteSpace(device);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(device.Length, 100);
        var now = clock.GetCurrentInstant().TruncateToMicroseconds();
        var byPerson = PersonSubject(person, kind);
        var byDevice = DeviceSubject(device);

        // Counted before the look, so that many attempts at once cannot all slip in under the limit.
        var lockedDevice = await store.CountAttemptAsync(tenant, byDevice, now, options.AttemptsPerDevice, options.LockFor, cancellationToken).ConfigureAwait(false);
        if (lockedDevice is { } deviceUntil) return new CredentialResult.Locked(deviceUntil);
        var lockedPerson = await store.CountAttemptAsync(tenant, byPerson, now, options.AttemptsPerPerson, options.LockFor, cancellationToken).ConfigureAwait(false);
        if (lockedPerson is { } personUntil) return new CredentialResult.Locked(personUntil);

        var credential = await store.FindAsync(tenant, person, kind, cancellationToken).ConfigureAwait(false);
        if (credential is null || secret.Length > LongestSecret)
        {
            CredentialHasher.SpendTime(new Secret(""), options.Iterations);
            return new CredentialResult.Refused();
        }

        if (!CredentialHasher.Matches(credential, secret)) return new CredentialResult.Refused();
        await store.ClearAttemptsAsync(tenant, byPerson, cancellationToken).ConfigureAwait(false);
        await store.ClearAttemptsAsync(tenant, byDevice, cancellationToken).ConfigureAwait(false);
        return new CredentialResult.Accepted(person, kind, credential.Id, now, device);
    }
}
