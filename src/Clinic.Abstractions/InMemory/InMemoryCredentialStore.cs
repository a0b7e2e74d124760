using NodaTime;

namespace Clinic.Abstractions.InMemory;

/// <summary>Credentials and attempt counts in memory.</summary>
public sealed class InMemoryCredentialStore(InMemoryCoordinator coordinator) : ICredentialStore
{
    private readonly Dictionary<(TenantId, PersonId, CredentialKind), Credential> credentials = [];
    private readonly Dictionary<(TenantId, string), PersonId> badges = [];
    private readonly Dictionary<(TenantId, string), (int Failed, Instant? Until)> attempts = [];

    /// <inheritdoc/>
    public Task<Credential?> FindAsync(TenantId tenant, PersonId person, CredentialKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => credentials.GetValueOrDefault((tenant, person, kind))));

    /// <inheritdoc/>
    public Task<Credential?> FindBadgeAsync(TenantId tenant, IReadOnlyList<string> lookups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        return Task.FromResult(coordinator.Read(() =>
            lookups.Where(l => badges.ContainsKey((tenant, l)))
                .Select(l => credentials[(tenant, badges[(tenant, l)], CredentialKind.Badge)])
                .FirstOrDefault()));
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var tenant = unit.Context.Tenant;
        var key = (tenant, credential.Person, credential.Kind);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            RemoveLookups(c, tenant, credentials.GetValueOrDefault(key));
            foreach (var lookup in credential.BadgeLookups)
                c.AddUnique(badges, (tenant, lookup), credential.Person, new FactKey("core.credential", credential.Id));
            c.Put(credentials, key, credential);
        });
    }

    /// <inheritdoc/>
    public void ReleaseBadge(IUnit unit, PersonId person)
    {
        var key = (unit.Context.Tenant, person, CredentialKind.Badge);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (!credentials.TryGetValue(key, out var badge)) return;
            RemoveLookups(c, key.Tenant, badge);
            c.Put(credentials, key, badge.WithoutLookups());
        });
    }

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

    private void RemoveLookups(InMemoryChanges c, TenantId tenant, Credential? earlier)
    {
        foreach (var lookup in earlier?.BadgeLookups ?? []) c.Remove(badges, (tenant, lookup));
    }
}
