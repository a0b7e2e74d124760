namespace Clinic.Abstractions.InMemory;

/// <summary>The audit in memory with positions and seals.</summary>
public sealed class InMemoryAuditSealStore(InMemoryCoordinator coordinator) : IAuditSealStore
{
    private readonly List<AuditSeal> seals = [];

    /// <inheritdoc/>
    public Task<AuditSeal?> LastAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Answer(() => seals.LastOrDefault(s => s.Tenant == tenant), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditSeal>> SealsAsync(TenantId tenant, long afterNumber, int most, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<AuditSeal>>(() => [.. seals.Where(s => s.Tenant == tenant && s.Number > afterNumber).Take(most)], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditRow>> RowsAsync(TenantId tenant, long afterPosition, int most, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<AuditRow>>(
            () => [.. coordinator.Audit.Where(e => e.Tenant == tenant).Select((e, i) => AuditRow.Of(e, i + 1)).Where(r => r.Position > afterPosition).Take(most)],
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditRow>> StrayRowsAsync(TenantId tenant, int most, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<AuditRow>>(() => [], cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(AuditSeal seal, OutboxEvent published, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return Answer(
            () =>
            {
                var last = seals.LastOrDefault(s => s.Tenant == seal.Tenant);
                if (seal.Number != (last?.Number ?? 0) + 1 || seal.From != (last?.To ?? 0) + 1)
                    throw new ConcurrencyConflictException([new FactKey("audit.seal", seal.Tenant.Value)]);
                seals.Add(seal);
                coordinator.Outbox.Add([published]);
                return true;
            },
            cancellationToken);
    }

    private Task<T> Answer<T>(Func<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(coordinator.Read(read));
    }
}
