using Clinic.Abstractions;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Loads and stages counting sessions as wholes.</summary>
public interface ICountSessionStore
{
    /// <summary>A session with its lines in order, or null.</summary>
    Task<CountSession?> FindAsync(TenantId tenant, CountSessionId session, CancellationToken cancellationToken);

    /// <summary>Sessions last planned first, then by id downwards; of one location and status or all; paged.</summary>
    Task<Page<CountSession>> ListAsync(
        TenantId tenant, LocationId? location, CountSessionStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new session.</summary>
    void Add(IUnit unit, CountSession session);

    /// <summary>Stages a changed session; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, CountSession session);
}
