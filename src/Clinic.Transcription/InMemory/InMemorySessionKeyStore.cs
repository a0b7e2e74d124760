using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.InMemory;

/// <summary>Wrapped data keys of sessions in memory.</summary>
internal sealed class InMemorySessionKeyStore(InMemoryCoordinator coordinator) : ISessionKeyStore
{
    private readonly Dictionary<(TenantId, SessionId), WrappedSessionKey> all = [];

    public Task<WrappedSessionKey?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, session))));

    public void Add(IUnit unit, WrappedSessionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => c.AddUnique(all, (tenant, key.Session), key, TranscriptionSession.FactOf(key.Session)));
    }

    public void Destroy(IUnit unit, SessionId session)
    {
        var key = (unit.Context.Tenant, session);
        InMemoryUnit.Of(unit).Stage(c => c.Remove(all, key));
    }
}
