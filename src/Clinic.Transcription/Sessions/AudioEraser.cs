using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>Erases audio that is to be erased: outside first, then the proof is committed; both may be repeated.</summary>
internal sealed class AudioEraser(IUnitOfWork work, ISessionStore sessions, SessionEffects effects, Func<ISessionAudio> audio, IClock clock, IIdGenerator ids)
{
    /// <summary>Erases at once where that is due; what fails is left to the queue.</summary>
    public async Task TryNowAsync(TenantId tenant, SessionId id, CancellationToken ct)
    {
        try
        {
            if (await DueAsync(tenant, id, ct).ConfigureAwait(false) is not { } session) return;
            await EraseAsync(new(tenant, session.ToSnapshot().Site, Actor.System, "job", ids.Next<CommandId>()), id, null, ct).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The command is committed and the queue erases; the caller must not think it was refused.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>A session whose audio is to be erased now, or null.</summary>
    public async Task<TranscriptionSession?> DueAsync(TenantId tenant, SessionId id, CancellationToken ct)
    {
        var found = await sessions.FindAsync(tenant, id, ct).ConfigureAwait(false);
        return found is not null && IsDue(found, clock.GetCurrentInstant()) ? found : null;
    }

    /// <summary>Erases and commits the proof.</summary>
    /// <param name="x">Who commits.</param>
    /// <param name="id">The session.</param>
    /// <param name="with">Staged with the proof, such as the end of the work; false where nothing may be staged. Null for nothing.</param>
    /// <param name="ct">Stops the call.</param>
    public async Task EraseAsync(CommandContext x, SessionId id, Func<IUnit, CancellationToken, Task<bool>>? with, CancellationToken ct)
    {
        var proof = await audio().EraseAsync(x.Tenant, id, ct).ConfigureAwait(false);
        await work.RunAsync(x, new RecordErasure(id), async (unit, token) =>
        {
            var before = await sessions.FindAsync(x.Tenant, id, token).ConfigureAwait(false);
            if (with is not null && !await with(unit, token).ConfigureAwait(false)) return id;
            if (before is not { HasAudio: true }) return id;
            var failures = new Failures();
            var after = before.Erased(failures, proof with { At = proof.At.TruncateToMicroseconds() });
            failures.ThrowIfAny();
            _ = await effects.SaveAsync(unit, before, after, "audio-erased", token).ConfigureAwait(false);
            return id;
        }, ct).ConfigureAwait(false);
    }

    private static bool IsDue(TranscriptionSession session, Instant now) =>
        session.HasAudio && session.ToSnapshot() is { IsHeld: false, EraseAudioAt: { } at } && at <= now;

    private sealed record RecordErasure(SessionId Session) : ICommand<SessionId>
    {
        public string Name => "transcription.record-erasure";

        public void Describe(IPayloadWriter payload) => payload.Write("session", Session.ToString());
    }
}
