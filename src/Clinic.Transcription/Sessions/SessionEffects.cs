using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Work;

namespace Clinic.Transcription.Sessions;

/// <summary>The one way in which sessions are saved: what follows from a change is staged in the same commit.</summary>
internal sealed class SessionEffects(ISessionStore sessions, WorkQueue queue, TranscriptArchive transcripts, ISessionReports reports)
{
    public const string Transcribe = "transcribe";
    public const string EraseAudio = "erase-audio";
    public const string HeardAnew = "heard-anew";

    public void Add(IUnit unit, TranscriptionSession session)
    {
        sessions.Add(unit, session);
        Tell(unit, session, "session-created", TranscriptionEvents.SessionMoved);
    }

    /// <summary>Stages a changed session with its audit entry, event, work and erasures.</summary>
    public async Task<SessionAnswer> SaveAsync(IUnit unit, TranscriptionSession before, TranscriptionSession after, string done, CancellationToken ct, string? why = null)
    {
        var (old, now) = (before.ToSnapshot(), after.ToSnapshot());
        sessions.Save(unit, after);
        var over = SessionLifecycle.IsOver(now.Status);
        if ((over && !SessionLifecycle.IsOver(old.Status)) || (now.Status == SessionStatus.Transcribed && old.Status != SessionStatus.Transcribed))
            queue.StageCancel(unit, now.Id);
        var newlyWanted = old.Round != now.Round || !old.Consent.Allows(ConsentScope.Transcribe);
        if (now.Status == SessionStatus.Captured && newlyWanted && now.Consent.Allows(ConsentScope.Transcribe)) StageTranscribe(unit, now);
        if (now.HearingAnew is not null && old.HearingAnew is null) StageTranscribe(unit, now);
        if (now.EraseAudioAt is { } at && at != old.EraseAudioAt)
            queue.Stage(unit, EraseAudio, now.Id, FormattableString.Invariant($"{EraseAudio}/{now.Id}/{now.Version}"), at);
        if (before.IsReadable && !after.IsReadable) transcripts.Hide(unit, now.Id);
        else if (before.IsReadable && old.Assistant != now.Assistant) await transcripts.PutAsync(unit, now, ct).ConfigureAwait(false);
        if (old.HasTranscript && !now.HasTranscript) transcripts.Erase(unit, now.Id);
        var withdrawn = old.Consent.Granted & ~now.Consent.Granted;
        if (now.Status == SessionStatus.ConsentWithdrawn && old.Status != SessionStatus.ConsentWithdrawn)
            await reports.WithdrawnAsync(unit, now.Id, ConsentScopes.All, now.IsHeld, ct).ConfigureAwait(false);
        else if (over && !SessionLifecycle.IsOver(old.Status)) await reports.EndedAsync(unit, now.Id, now.Status, ct).ConfigureAwait(false);
        else if (withdrawn != ConsentScope.None) await reports.WithdrawnAsync(unit, now.Id, withdrawn, now.IsHeld, ct).ConfigureAwait(false);
        else if (old.IsHeld && !now.IsHeld) await reports.ReleasedAsync(unit, now.Id, ct).ConfigureAwait(false);
        Tell(unit, after, done, EventOf(old, now, done), why);
        return Answer(after);
    }

    /// <summary>What was said, with its corrections; who may is asked before.</summary>
    public Task<OpenedTranscript?> TextAsync(TenantId tenant, SessionId session, CancellationToken ct) => transcripts.FindAsync(tenant, session, ct);

    public static SessionAnswer Answer(TranscriptionSession session) => new(session.Id, session.Status, session.Version);

    private void StageTranscribe(IUnit unit, SessionSnapshot s) =>
        queue.Stage(unit, Transcribe, s.Id, FormattableString.Invariant($"{Transcribe}/{s.Id}/{s.Round}/{s.Version}"), unit.Now);

    private static void Tell(IUnit unit, TranscriptionSession session, string done, string type, string? why = null)
    {
        var s = session.ToSnapshot();
        unit.Audit($"session.{done}", session.Fact, FormattableString.Invariant($"{s.Status}, version {s.Version}{(why is null ? "" : ": " + why)}"));
        unit.Publish(type, JsonSerializer.Serialize(new SessionHappening(s.Id, s.Site, s.Physician, done, s.Status, s.Version), ClinicJson.Options));
    }

    private static string EventOf(SessionSnapshot old, SessionSnapshot now, string done) => now.Status switch
    {
        _ when old.Audio != AudioPresence.Erased && now.Audio == AudioPresence.Erased => TranscriptionEvents.AudioErased,
        _ when done == HeardAnew => TranscriptionEvents.TranscriptReady,
        _ when old.Status == now.Status => TranscriptionEvents.SessionMoved,
        SessionStatus.Transcribed => TranscriptionEvents.TranscriptReady,
        SessionStatus.NoSpeech => TranscriptionEvents.NoSpeech,
        SessionStatus.TranscriptionFailed => TranscriptionEvents.TranscriptionFailed,
        SessionStatus.ConsentWithdrawn => TranscriptionEvents.ConsentWithdrawn,
        _ => TranscriptionEvents.SessionMoved,
    };
}
