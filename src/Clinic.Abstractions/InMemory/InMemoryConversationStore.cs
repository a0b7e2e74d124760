using Clinic.Abstractions.Conversations;
using NodaTime;

namespace Clinic.Abstractions.InMemory;

/// <summary>Consents and conversations in memory.</summary>
public sealed class InMemoryConversationStore(InMemoryCoordinator coordinator) : IConversationStore
{
    private readonly Dictionary<(TenantId Tenant, PersonId Person, long Version), ConversationConsent> consents = [];
    private readonly Dictionary<(TenantId Tenant, ConversationId Id), ConversationEntry> entries = [];

    /// <inheritdoc/>
    public async Task<ConversationConsent?> ConsentAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        await ConsentsAsync(tenant, person, cancellationToken).ConfigureAwait(false) is [.., var last] ? last : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationConsent>> ConsentsAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<ConversationConsent>>(() =>
            [.. consents.Where(c => c.Key.Tenant == tenant && c.Key.Person == person).Select(c => c.Value).OrderBy(c => c.Version)]));

    /// <inheritdoc/>
    public Task<Page<ConversationEntry>> ListAsync(TenantId tenant, ConversationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var after = page.After is { } mark ? ConversationMark.Parse(mark) : null;
        var found = Of(tenant, filter).Where(e => after is null || after.IsBefore(e)).Take(page.Size + 1).ToList();
        return Task.FromResult(Paging.Cut(found, page, ConversationMark.Of));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationCount>> CountAsync(TenantId tenant, ConversationFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConversationCount>>(
        [
            .. Of(tenant, filter).GroupBy(e => (e.Person, e.Domain, e.Outcome))
                .Select(g => new ConversationCount(
                    g.Key.Person, g.Key.Domain, g.Key.Outcome, g.LongCount(),
                    ConversationMark.Mean(g.Sum(e => ConversationMark.Thousandths(e.Confidence)), g.LongCount())))
                .OrderBy(c => c.Person.ToString(), StringComparer.Ordinal).ThenBy(c => c.Domain).ThenBy(c => c.Outcome, StringComparer.Ordinal),
        ]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationId>> OldestAsync(TenantId tenant, Instant atOrBefore, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConversationId>>([.. Of(tenant, new()).Where(e => e.At <= atOrBefore).Take(most).Select(e => e.Id)]);

    /// <inheritdoc/>
    public void Add(IUnit unit, ConversationConsent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(ConversationConsent.Fact(consent.Person), consent.Version);
            c.Put(consents, (tenant, consent.Person, consent.Version), consent);
        });
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, ConversationEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => c.AddUnique(entries, (tenant, entry.Id), entry, ConversationEntry.Fact(entry.Id)));
    }

    /// <inheritdoc/>
    public void Remove(IUnit unit, IReadOnlyList<ConversationId> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var tenant = unit.Context.Tenant;
        ConversationId[] gone = [.. entries];
        InMemoryUnit.Of(unit).Stage(c =>
        {
            foreach (var id in gone) c.Remove(this.entries, (tenant, id));
        });
    }

    /// <inheritdoc/>
    public void RemoveAll(IUnit unit, PersonId person)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            foreach (var key in entries.Where(e => e.Key.Tenant == tenant && e.Value.Person == person).Select(e => e.Key).ToList()) c.Remove(entries, key);
        });
    }

    private List<ConversationEntry> Of(TenantId tenant, ConversationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return coordinator.Read<List<ConversationEntry>>(() =>
        [
            .. entries.Where(e => e.Key.Tenant == tenant).Select(e => e.Value)
                .Where(e => (filter.Person is null || e.Person == filter.Person) && (filter.From is null || e.At >= filter.From) && (filter.Until is null || e.At < filter.Until))
                .OrderBy(e => e.At).ThenBy(e => e.Id.ToString(), StringComparer.Ordinal),
        ]);
    }
}
