using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>The rows of the audit as they are stored, and their seals.</summary>
internal sealed class TursoAuditSealStore(ClinicDatabase source) : IAuditSealStore
{
    private const string SealColumns = "number, from_position, to_position, key_id, at, previous, marks, hash";

    private const string Last = $"SELECT {SealColumns} FROM audit_seals WHERE tenant_id = ?1 ORDER BY number DESC LIMIT 1";

    private const string Seals = $"SELECT {SealColumns} FROM audit_seals WHERE tenant_id = ?1 AND number > ?2 ORDER BY number LIMIT ?3";

    private const string Insert = $"""
        INSERT INTO audit_seals (tenant_id, {SealColumns}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
        WHERE ?2 - 1 = (SELECT coalesce(max(number), 0) FROM audit_seals WHERE tenant_id = ?1)
        AND ?3 - 1 = (SELECT coalesce(max(to_position), 0) FROM audit_seals WHERE tenant_id = ?1)
        """;

    // As text, and what is bytes by their hex: a value of another type must not look like the one that was sealed.
    private static readonly string Columns =
        string.Join(", ", AuditRow.Columns.Select(c => $"CASE typeof({c}) WHEN 'blob' THEN 'blob ' || hex({c}) ELSE CAST({c} AS TEXT) END"));

    // All rows of the last position come along, so that no second row at one position falls between two pages.
    private static readonly string Rows = $"""
        SELECT {Columns} FROM audit_log
        WHERE tenant_id = ?1 AND position > ?2 AND typeof(position) = 'integer' AND position <= coalesce(
            (SELECT position FROM audit_log WHERE tenant_id = ?1 AND position > ?2 ORDER BY position LIMIT 1 OFFSET ?3), position)
        ORDER BY position, id
        """;

    private static readonly string Strays = $"""
        SELECT {Columns} FROM audit_log
        WHERE tenant_id = ?1 AND (position IS NULL OR typeof(position) <> 'integer' OR position < 1) ORDER BY id LIMIT ?2
        """;

    /// <inheritdoc/>
    public Task<AuditSeal?> LastAsync(TenantId tenant, CancellationToken cancellationToken) =>
        source.FindAsync(Last, [tenant.Value], r => Read(tenant, r), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuditSeal>> SealsAsync(TenantId tenant, long afterNumber, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(Seals, [tenant.Value, afterNumber, most], r => Read(tenant, r), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuditRow>> RowsAsync(TenantId tenant, long afterPosition, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(Rows, [tenant.Value, afterPosition, most - 1], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuditRow>> StrayRowsAsync(TenantId tenant, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(Strays, [tenant.Value, most], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task AppendAsync(AuditSeal seal, OutboxEvent published, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(published);
        var step = new Step(
            Insert,
            [seal.Tenant.Value, seal.Number, seal.From, seal.To, seal.KeyId, seal.At, seal.Previous, SqlValue.Of(seal.Marks), seal.Hash],
            Guard.OneRow(new FactKey("audit.seal", seal.Tenant.Value)));
        return source.CommitAsync([step, CommitPlan.Event(published)], cancellationToken);
    }

    private static AuditSeal Read(TenantId tenant, Row r) =>
        new(tenant, r.Long(0), r.Long(1), r.Long(2), r.Text(3), r.Instant(4), r.Text(5), r.Blob(6), r.Text(7));

    private static AuditRow Read(Row r) => new([.. AuditRow.Columns.Select((_, i) => r.TextOrNull(i))]);
}
