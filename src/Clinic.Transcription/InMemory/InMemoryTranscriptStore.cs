using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.InMemory;

/// <summary>Encrypted transcripts in memory.</summary>
internal sealed class InMemoryTranscriptStore(InMemoryCoordinator coordinator) : ITranscriptStore
{
    private readonly Dictionary<(TenantId, SessionId), SealedTranscript> all = [];

    public Task<SealedTranscript?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, session))));

    public void Add(IUnit unit, SealedTranscript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => c.AddUnique(all, (tenant, transcript.Session), transcript, transcript.Fact));
    }

    public void Add(IUnit unit, SessionId session, SealedCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var key = (unit.Context.Tenant, session);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (!all.TryGetValue(key, out var found) || found.Corrections.Count != correction.Position - 1) throw new ConcurrencyConflictException([SealedTranscript.FactOf(session)]);
            c.Put(all, key, new SealedTranscript(session, found.Document, found.MadeAt, [.. found.Corrections, correction]));
        });
    }

    public void Remove(IUnit unit, SessionId session)
    {
        var key = (unit.Context.Tenant, session);
        InMemoryUnit.Of(unit).Stage(c => c.Remove(all, key));
    }
}
