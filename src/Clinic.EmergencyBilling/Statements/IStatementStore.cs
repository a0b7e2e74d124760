using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Loads and stages the revisions of bills; they are append-only.</summary>
public interface IStatementStore
{
    /// <summary>A revision, the last when none is named, or null.</summary>
    Task<RecordedStatement?> FindAsync(TenantId tenant, StayId stay, int? revision, CancellationToken cancellationToken);

    /// <summary>Every revision of a stay, first first.</summary>
    Task<IReadOnlyList<RecordedStatement>> AllAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken);

    /// <summary>Stages the next revision; conflicts unless the one before is the last.</summary>
    void Add(IUnit unit, RecordedStatement statement);
}
