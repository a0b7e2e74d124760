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
        if (session.ToSnapshot().IsHeld) return;
        if (!SessionLifecycle.IsOver(session.Status))
        {
            if (session.Consent.Decisions > 1) await NoteScopesAsync(tenant, session, ct).ConfigureAwait(false);
            return;
        }

        if (session.ToSnapshot().HasTranscript) return;
        var given = session.Status == SessionStatus.ConsentWithdrawn
            ? (await WithdrawalsAsync(tenant, session.Id, ct).ConfigureAwait(false)).LastOrDefault()?.Given
            : null;
        await Ledger.AddAsync(tenant, new(session.Id, session.Status, clock.GetCurrentInstant().TruncateToMicroseconds()) { Giver = given?.Giver, Manner = given?.Manner }, ct).ConfigureAwait(false);
    }

    private async Task NoteScopesAsync(TenantId tenant, TranscriptionSession session, CancellationToken ct)
    {
        foreach (var d in await WithdrawalsAsync(tenant, session.Id, ct).ConfigureAwait(false))
            await Ledger.AddAsync(tenant, new(session.Id, session.Status, d.At) { Decision = d.Id, Scopes = d.Scopes, Giver = d.Given.Giver, Manner = d.Given.Manner }, ct).ConfigureAwait(false);
    }

    private async Task<IEnumerable<ConsentDecision>> WithdrawalsAsync(TenantId tenant, SessionId session, CancellationToken ct) =>
        (await consents.OfSessionAsync(tenant, session, ct).ConfigureAwait(false)).Where(d => d.Kind == ConsentKind.Withdrawn);
}
