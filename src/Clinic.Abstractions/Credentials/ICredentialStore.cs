using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Keeps credentials and counts failed attempts.</summary>
public interface ICredentialStore
{
    /// <summary>A person's credential of a kind, or null.</summary>
    Task<Credential?> FindAsync(TenantId tenant, PersonId person, CredentialKind kind, CancellationToken cancellationToken);

    /// <summary>The badge that has one of the look-ups, or null; the first look-up that is held decides.</summary>
    Task<Credential?> FindBadgeAsync(TenantId tenant, IReadOnlyList<string> lookups, CancellationToken cancellationToken);

    /// <summary>Stages a credential; it replaces the person's earlier one of that kind, look-ups included.</summary>
    /// <remarks>Each look-up of a badge must be free or the person's own at the commit; otherwise the commit is a conflict.</remarks>
    void Save(IUnit unit, Credential credential);

    /// <summary>Stages that a person's badge is found no more, so that somebody else may hold it.</summary>
    void ReleaseBadge(IUnit unit, PersonId person);

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
