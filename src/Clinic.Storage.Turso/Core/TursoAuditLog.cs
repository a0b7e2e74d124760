using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Reads the audit by the id of its entries, newest first.</summary>
internal sealed class TursoAuditLog(ClinicDatabase source) : IAuditLog
{
    private const string Select = $"SELECT {AuditStatements.Columns} FROM audit_log WHERE tenant_id = ?1";

    /// <inheritdoc/>
    public async Task<Page<AuditEntry>> ListAsync(TenantId tenant, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (query.Subject is { } subject) filter.And("subject_kind =", subject.Kind).And("subject_id =", subject.Id);
        if (query.Actor is { } actor) filter.And("actor_id =", actor.Value);
        if (query.Outcome is { } outcome) filter.And("outcome =", SqlValue.Of(outcome));
        if (query.From is { } from) filter.And("at >=", from);
        if (query.Until is { } until) filter.And("at <", until);
        if (page.After is { } after) filter.And("id <", after);
        var (sql, values) = filter.End("ORDER BY id DESC", page.Size + 1);
        var found = await source.ListAsync(sql, values, r => AuditStatements.Read(tenant, r), cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, e => ClinicId.Text(e.Id));
    }
}
