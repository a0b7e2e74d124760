using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>Keeps the queue; leases are taken at once, everything else is staged with what it belongs to.</summary>
public interface IWorkStore
{
    /// <summary>A piece of work, or null.</summary>
    Task<WorkItem?> FindAsync(TenantId tenant, WorkItemId item, CancellationToken cancellationToken);

    /// <summary>All work of a session, the oldest first.</summary>
    Task<IReadOnlyList<WorkItem>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Takes work that is due and that nobody has, the longest due first, until an instant; each counts one more attempt and version.</summary>
    Task<IReadOnlyList<WorkItem>> LeaseAsync(TenantId tenant, string owner, Instant now, Instant until, int most, CancellationToken cancellationToken);

    /// <summary>Keeps a lease longer; false where it was lost, or the work is no longer wanted.</summary>
    Task<bool> RenewAsync(TenantId tenant, WorkItem item, Instant until, CancellationToken cancellationToken);

    /// <summary>Stages new work; nothing happens where its key is in the queue already, whatever became of it.</summary>
    void Add(IUnit unit, WorkItem item);

    /// <summary>Stages a changed piece, one version on; a lease that was lost conflicts.</summary>
    void Save(IUnit unit, WorkItem item);

    /// <summary>Stages that nothing that waits for a session is wanted any more, done by somebody or not.</summary>
    void CancelOf(IUnit unit, SessionId session);
}
