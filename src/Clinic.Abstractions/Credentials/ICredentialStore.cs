using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Keeps credentials and counts failed attempts.</summary>
public interface ICredentialStore
{
    /// <summary>A person's credential of a kind, or null.</summary>
    Task<Credential?> FindAsync(TenantId tenant, PersonId person, CredentialKind kind, CancellationToken cancellationToken);

    /// <summary>Stages a credential; it replaces the person's earlier one of that kind.</summary>
    void Save(IUnit unit, Credential credential);

    /// <summary>Counts one attempt in a commit of its own, before the secret is looked at.</summary>
    /// <remarks>Atomic over processes. While locked nothing is counted. A lock that has ended starts the count anew.</remarks>
    /// <param name="tenant">The clinic.</param>
    /// <param name="subject">Who or what tries: a person with a kind, or a device.</param>
    /// <param name="now">The instant of the attempt.</param>
    /// <param name="limit">Attempts allowed before the lock.</param>
    /// <param name="lockFor">How long the lock lasts.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Until when it is locked, or null when the attempt may go on.</returns>
    Task<Instant?> CountAttemptAsync(
        TenantId tenant, string subject, Instant now, int limit, Duration lockFor, CancellationToken cancellationToken);

    /// <summary>Sets a count back to zero after a success or by an administrator.</summary>
    Task ClearAttemptsAsync(TenantId tenant, string subject, CancellationToken cancellationToken);
}
