using Clinic.Abstractions;
using Clinic.Transcription.Retention;

namespace Clinic.Transcription.InMemory;

/// <summary>The list of erasures in memory.</summary>
internal sealed class InMemoryErasureLedger : IErasureLedger
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, List<ErasureEntry>> all = [];

    public Task<IReadOnlyList<ErasureEntry>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<ErasureEntry>>([.. all.GetValueOrDefault(tenant) ?? []]);
    }

    public Task AddAsync(TenantId tenant, ErasureEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (gate)
        {
            if (!all.TryGetValue(tenant, out var list)) all[tenant] = list = [];
            if (list.TrueForAll(e => (e.Session, e.Decision) != (entry.Session, entry.Decision))) list.Add(entry);
        }

        return Task.CompletedTask;
    }
}
