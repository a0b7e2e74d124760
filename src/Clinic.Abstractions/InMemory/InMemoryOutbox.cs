using NodaTime;

namespace Clinic.Abstractions.InMemory;

/// <summary>The outbox of an in-memory installation.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    private readonly InMemoryCoordinator coordinator;
    private readonly List<Waiting> events = [];
    private readonly Dictionary<(TenantId, Guid), Waiting> byId = [];

    internal InMemoryOutbox(InMemoryCoordinator coordinator) => this.coordinator = coordinator;

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxEvent>> LeaseAsync(
        TenantId tenant, Instant now, Instant until, int most, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<OutboxEvent>>(() =>
        {
            var due = events.Where(e => e.Event.Tenant == tenant && e.Next is { } next && next <= now).Take(most).ToList();
            foreach (var e in due) e.Next = until;
            return [.. due.Select(e => e.Event)];
        }));

    /// <inheritdoc/>
    public Task DeliveredAsync(TenantId tenant, Guid eventId, Instant now, CancellationToken cancellationToken)
    {
        coordinator.Read(() =>
        {
            if (byId.Remove((tenant, eventId), out var done)) events.Remove(done);
            return true;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task FailedAsync(TenantId tenant, Guid eventId, string error, Instant? next, CancellationToken cancellationToken)
    {
        coordinator.Read(() =>
        {
            if (!byId.TryGetValue((tenant, eventId), out var waiting)) return false;
            waiting.Event = waiting.Event with { Attempts = waiting.Event.Attempts + 1 };
            waiting.Next = next;
            return true;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<OutboxDepth> DepthAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
        {
            var mine = events.Where(e => e.Event.Tenant == tenant).ToList();
            return new OutboxDepth(mine.Count(e => e.Next is not null), mine.Count(e => e.Next is null));
        }));

    internal void Add(IReadOnlyList<OutboxEvent> committed)
    {
        foreach (var e in committed)
        {
            var waiting = new Waiting(e);
            events.Add(waiting);
            byId.Add((e.Tenant, e.Id), waiting);
        }
    }

    private sealed class Waiting(OutboxEvent occurrence)
    {
        public OutboxEvent Event { get; set; } = occurrence;

        public Instant? Next { get; set; } = occurrence.At;
    }
}
