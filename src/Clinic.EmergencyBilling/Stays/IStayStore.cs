using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Loads and stages stays as wholes, with their logs.</summary>
public interface IStayStore
{
    /// <summary>A stay, or null.</summary>
    Task<EmergencyStay?> FindAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken);

    /// <summary>Stays by registered instant, newest first, then by id downwards; paged.</summary>
    Task<Page<EmergencyStay>> ListAsync(TenantId tenant, StayQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The stays of a patient that are not void, whose clock began, and has not ended or ended after an instant; by id.</summary>
    Task<IReadOnlyList<EmergencyStay>> TouchingAsync(TenantId tenant, PatientId patient, Instant from, CancellationToken cancellationToken);

    /// <summary>Stages a new stay.</summary>
    void Add(IUnit unit, EmergencyStay stay);

    /// <summary>Stages a changed stay with the entries that its log has gained; a second open stay of one patient conflicts at the commit.</summary>
    /// <param name="unit">The unit of the command.</param>
    /// <param name="before">As it was loaded; the stored version must be its version.</param>
    /// <param name="after">As it is now, one version on; its log begins with that of <paramref name="before"/>.</param>
    void Save(IUnit unit, EmergencyStay before, EmergencyStay after);
}
