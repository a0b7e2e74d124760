using Clinic.Abstractions;

namespace Clinic.Transcription.Retention;

/// <summary>For apps that chose no place for the list: nothing is kept, and restored backups are not guarded.</summary>
internal sealed class NoErasureLedger : IErasureLedger
{
    public Task<IReadOnlyList<ErasureEntry>> ListAsync(TenantId tenant, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ErasureEntry>>([]);

    public Task AddAsync(TenantId tenant, ErasureEntry entry, CancellationToken cancellationToken) => Task.CompletedTask;
}
