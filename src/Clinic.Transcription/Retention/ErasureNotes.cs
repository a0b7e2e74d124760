using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Retention;

/// <summary>Notes outside of the database what a commit erased; what a crash left out is noted by the job.</summary>
internal sealed class ErasureNotes(ISessionStore sessions, IConsentStore consents, Func<IErasureLedger> ledger, IClock clock)
{
    public IErasureLedger Ledger => ledger();

    public async Task NoteAsync(TenantId tenant, SessionId id, CancellationToken ct)
    {
        if (await sessions.FindAsync(tenant, id, ct).ConfigureAwait(false) is { } session) await NoteAsync(tenant, session, ct).ConfigureAwait(false);
    }

    public async Task NoteAsync(TenantId tenant, TranscriptionSession session, CancellationToken ct)
    {
        // Under a legal hold everything is still there.
        if (!SessionLifecycle.IsOver(session.Status) || session.ToSnapshot() is { IsHeld: true } or { HasTranscript: true }) return;
        var given = session.Status == SessionStatus.ConsentWithdrawn
            ? (await consents.OfSessionAsync(tenant, session.Id, ct).ConfigureAwait(false)).LastOrDefault(d => d.Kind == ConsentKind.Withdrawn)?.Given
            : null;
        await Ledger.AddAsync(tenant, new(session.Id, session.Status, clock.GetCurrentInstant().TruncateToMicroseconds()) { Giver = given?.Giver, Manner = given?.Manner }, ct).ConfigureAwait(false);
    }
}
