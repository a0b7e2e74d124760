namespace Clinic.Abstractions;

/// <summary>What a comparison of an audit with its seals found.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Rows">The rows that were looked at.</param>
/// <param name="Seals">The seals.</param>
/// <param name="SealedTo">The last sealed position.</param>
/// <param name="Unsealed">Entries after the last seal, which cannot be judged yet.</param>
/// <param name="Damages">All damage by position; nothing when the audit is intact.</param>
public sealed record AuditFindings(TenantId Tenant, long Rows, int Seals, long SealedTo, long Unsealed, IReadOnlyList<AuditDamage> Damages)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Damages.Count == 0;
}
