using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Events by the order of their commit; delivered ones stay for whoever asks later.</summary>
internal sealed class TursoOutbox(ClinicDatabase source) : IOutbox
{
    private const int LongestError = 200;

    private const string Lease = """
        UPDATE outbox SET next_at = ?3
        WHERE tenant_id = ?1 AND position IN (
            SELECT position FROM outbox
            WHERE tenant_id = ?1 AND delivered_at IS NULL AND next_at <= ?2
            ORDER BY position LIMIT ?4)
        RETURNING position, id, type, content, at, attempts
        """;

    private const string Delivered =
        "UPDATE outbox SET delivered_at = ?3, next_at = NULL WHERE tenant_id = ?1 AND id = ?2 AND delivered_at IS NULL";

    private const string Failed = """
        UPDATE outbox SET attempts = attempts + 1, next_at = ?3, last_error = ?4
        WHERE tenant_id = ?1 AND id = ?2 AND delivered_at IS NULL
        """;

    private const string Depth = """
        SELECT count(next_at), count(*) - count(next_at) FROM outbox WHERE tenant_id = ?1 AND delivered_at IS NULL
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxEvent>> LeaseAsync(
        TenantId tenant, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);

        // The order of RETURNING is not promised.
        var leased = await source.WriteAsync(
            Lease,
            [tenant.Value, now, until, most],
            r => (Position: r.Long(0), Event: new OutboxEvent(r.Uuid(1), tenant, r.Text(2), r.Text(3), r.Instant(4), r.Int(5))),
            cancellationToken).ConfigureAwait(false);
        return [.. leased.OrderBy(l => l.Position).Select(l => l.Event)];
    }

    /// <inheritdoc/>
    public Task DeliveredAsync(TenantId tenant, Guid eventId, Instant now, CancellationToken cancellationToken) =>
        source.WriteSurelyAsync(Delivered, [tenant.Value, eventId, now], cancellationToken);

    /// <inheritdoc/>
    public Task FailedAsync(TenantId tenant, Guid eventId, string error, Instant? next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(error);
        var kept = Utf16.Repaired(Utf16.Cut(error, LongestError));
        return source.WriteAsync(Failed, [tenant.Value, eventId, next, kept], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<OutboxDepth> DepthAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await source.FindAsync(Depth, [tenant.Value], r => new OutboxDepth(r.Long(0), r.Long(1)), cancellationToken).ConfigureAwait(false))!;
}
