using NodaTime;

namespace Clinic.Abstractions.InMemory;

/// <summary>Credentials and attempt counts in memory.</summary>
public sealed class InMemoryCredentialStore(InMemoryCoordinator coordinator) : ICredentialStore
{
    private readonly Dictionary<(TenantId, PersonId, CredentialKind), Credential> credentials = [];
    private readonly Dictionary<(TenantId, string), (int Failed, Instant? Until)> attempts = [];

    /// <inheritdoc/>
    public Task<Credential?> FindAsync(TenantId tenant, PersonId person, CredentialKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => credentials.GetValueOrDefault((tenant, person, kind))));

    /// <inheritdoc/>
    public void Save(IUnit unit, Credential credential) =>
        InMemoryUnit.Of(unit).Stage(c => c.Put(credentials, (unit.Context.Tenant, credential.Person, credential.Kind), credential));

    /// <inheritdoc/>
    public Task<Instant?> CountAttemptAsync(
        TenantId tenant, string subject, Instant now, int limit, Duration lockFor, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
        {
            var (failed, until) = attempts.GetValueOrDefault((tenant, subject));
            if (until is { } locked)
            {
                if (now < locked) return locked;
                failed = 0;
            }

            failed++;
            // The attempt that reaches the limit may still go on; the next one meets the lock.
            attempts[(tenant, subject)] = (failed, failed >= limit ? now + lockFor : null);
            return (Instant?)null;
        }));

    /// <inheritdoc/>
    public Task ClearAttemptsAsync(TenantId tenant, string subject, CancellationToken cancellationToken)
    {
        coordinator.Read(() => attempts.Remove((tenant, subject)));
        return Task.CompletedTask;
    }
}
