namespace Clinic.Abstractions;

/// <summary>The audit as it is stored, and its seals.</summary>
/// <remarks>
/// Positions count the entries of a tenant from 1 without gaps in the order of the commits: an entry that is committed later never gets a
/// position before one that can be read now.
/// </remarks>
public interface IAuditSealStore
{
    /// <summary>The last seal of a tenant, or null.</summary>
    Task<AuditSeal?> LastAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Seals with a higher number, by number.</summary>
    Task<IReadOnlyList<AuditSeal>> SealsAsync(TenantId tenant, long afterNumber, int most, CancellationToken cancellationToken);

    /// <summary>Rows at a higher position, by position.</summary>
    Task<IReadOnlyList<AuditRow>> RowsAsync(TenantId tenant, long afterPosition, int most, CancellationToken cancellationToken);

    /// <summary>Rows that have no position, which no commit of ours ever wrote.</summary>
    Task<IReadOnlyList<AuditRow>> StrayRowsAsync(TenantId tenant, int most, CancellationToken cancellationToken);

    /// <summary>Adds a seal with the event that publishes it, in one commit of its own.</summary>
    /// <exception cref="ConcurrencyConflictException">It does not follow the last seal; somebody else sealed.</exception>
    Task AppendAsync(AuditSeal seal, OutboxEvent published, CancellationToken cancellationToken);
}
