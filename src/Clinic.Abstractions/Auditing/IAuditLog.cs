namespace Clinic.Abstractions;

/// <summary>Reads the audit; entries are written by commits only and never change.</summary>
public interface IAuditLog
{
    /// <summary>Entries of a tenant, newest first, paged.</summary>
    Task<Page<AuditEntry>> ListAsync(TenantId tenant, AuditQuery query, PageRequest page, CancellationToken cancellationToken);
}
