using Clinic.Abstractions;

namespace Clinic.Transcription.Retention;

/// <summary>The list of what was erased, outside of the database and of its backups; it only grows.</summary>
/// <remarks>Safe for concurrent use. A restored backup is held against it, so that what was erased stays erased.</remarks>
public interface IErasureLedger
{
    /// <summary>Every entry of a clinic, in the order in which they came; the end of a session once, and each decision once.</summary>
    Task<IReadOnlyList<ErasureEntry>> ListAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Adds an entry and returns when it is on the disk; one that is there already changes nothing.</summary>
    Task AddAsync(TenantId tenant, ErasureEntry entry, CancellationToken cancellationToken);
}
