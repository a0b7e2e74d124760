using Clinic.Abstractions.Administration;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Our own verifier: slow hash, attempt limits per person and device, constant-time compare.</summary>
public sealed class CredentialVerifier(
    ICredentialStore store, IPersonDirectory people, PayloadKeyRing keys, IClock clock, CredentialOptions options) : ICredentialVerifier
{
    private const int LongestSecret = 256;
    private const int LongestDevice = 100;

    private static readonly Secret Nothing = new("");

    /// <summary>The subject under which a person's attempts of a kind are counted.</summary>
    public static string PersonSubject(PersonId person, CredentialKind kind) => $"person:{person}:{kind.ToString().ToLowerInvariant()}";

    /// <summary>The subject under which attempts at a device are counted.</summary>
    public static string DeviceSubject(string device) => $"device:{device}";

    /// <inheritdoc/>
    public async Task<CredentialResult> VerifyAsync(
        TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var attempt = Begin(tenant, device, kind);
        if (await CountAsync(attempt, DeviceSubject(device), options.AttemptsPerDevice, cancellationToken).ConfigureAwait(false) is { } deviceLock) return deviceLock;
        if (await CountAsync(attempt, PersonSubject(person, kind), options.AttemptsPerPerson, cancellationToken).ConfigureAwait(false) is { } personLock) return personLock;
        var credential = await store.FindAsync(tenant, person, kind, cancellationToken).ConfigureAwait(false);
        return await JudgeAsync(attempt, person, credential, secret, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CredentialResult> IdentifyAsync(TenantId tenant, Secret badge, string device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(badge);
        var attempt = Begin(tenant, device, CredentialKind.Badge);
        if (await CountAsync(attempt, DeviceSubject(device), options.AttemptsPerDevice, cancellationToken).ConfigureAwait(false) is { } deviceLock) return deviceLock;
        var lookups = BadgeLookups.Of(tenant, badge.Length > LongestSecret ? Nothing : badge, keys);
        var credential = await store.FindBadgeAsync(tenant, lookups, cancellationToken).ConfigureAwait(false);

        // An unknown badge is counted like a person's, so that neither time nor locks tell whether it is known.
        var person = credential?.Person ?? DerivedIds.Person($"nobody {tenant} {lookups[0]}");
        if (await CountAsync(attempt, PersonSubject(person, CredentialKind.Badge), options.AttemptsPerPerson, cancellationToken).ConfigureAwait(false) is { } personLock) return personLock;
        return await JudgeAsync(attempt, person, credential, badge, cancellationToken).ConfigureAwait(false);
    }

    private Attempt Begin(TenantId tenant, string device, CredentialKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(device);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(device.Length, LongestDevice, nameof(device));
        return new(tenant, device, kind, clock.GetCurrentInstant().TruncateToMicroseconds());
    }

    // Counted before the look, so that many attempts at once cannot all slip in under the limit.
    private async Task<CredentialResult.Locked?> CountAsync(Attempt attempt, string subject, int limit, CancellationToken cancellationToken) =>
        await store.CountAttemptAsync(attempt.Tenant, subject, attempt.At, limit, options.LockFor, cancellationToken).ConfigureAwait(false) is { } until
            ? new CredentialResult.Locked(until)
            : null;

    private async Task<CredentialResult> JudgeAsync(
        Attempt attempt, PersonId person, Credential? credential, Secret secret, CancellationToken cancellationToken)
    {
        var known = await people.FindAsync(attempt.Tenant, person, cancellationToken).ConfigureAwait(false);
        if (!Matches(credential, secret) || known is not { IsRetired: false }) return new CredentialResult.Refused();
        await store.ClearAttemptsAsync(attempt.Tenant, PersonSubject(person, attempt.Kind), cancellationToken).ConfigureAwait(false);
        await store.ClearAttemptsAsync(attempt.Tenant, DeviceSubject(attempt.Device), cancellationToken).ConfigureAwait(false);
        return new CredentialResult.Accepted(person, attempt.Kind, credential!.Id, attempt.At, attempt.Device);
    }

    private bool Matches(Credential? credential, Secret secret)
    {
        if (credential is not null && secret.Length <= LongestSecret) return CredentialHasher.Matches(credential, secret);
        CredentialHasher.SpendTime(Nothing, options.Iterations);
        return false;
    }

    private readonly record struct Attempt(TenantId Tenant, string Device, CredentialKind Kind, Instant At);
}
