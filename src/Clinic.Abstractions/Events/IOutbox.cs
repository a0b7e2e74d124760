using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Events that wait for delivery. Delivered at least once, in the order of their commit where nothing fails.</summary>
public interface IOutbox
{
    /// <summary>Leases due events to one deliverer until an instant, oldest first.</summary>
    /// <remarks>A leased event is not given to another deliverer before the lease ends.</remarks>
    Task<IReadOnlyList<OutboxEvent>> LeaseAsync(TenantId tenant, Instant now, Instant until, int most, CancellationToken cancellationToken);

    /// <summary>Notes that every receiver took the event.</summary>
    Task DeliveredAsync(TenantId tenant, Guid eventId, Instant now, CancellationToken cancellationToken);

    /// <summary>Notes a failed attempt and when to try again.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="error">The kind of failure; no content of the event, at most 200 characters.</param>
    /// <param name="next">When to try again; null gives up and keeps the event as undeliverable.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task FailedAsync(TenantId tenant, Guid eventId, string error, Instant? next, CancellationToken cancellationToken);

    /// <summary>How many events wait, and how many were given up.</summary>
    Task<OutboxDepth> DepthAsync(TenantId tenant, CancellationToken cancellationToken);
}
