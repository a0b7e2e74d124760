using Clinic.Abstractions;
using Clinic.Transcription.Live;
using Clinic.Transcription.Rights;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>Takes audio while it is recorded or brought, and signs of life of recorders; no commit per chunk.</summary>
public sealed class SessionRecorder
{
    private readonly ISessionStore sessions;
    private readonly Func<ISessionAudio> audio;
    private readonly LiveSessions live;
    private readonly SessionOptions options;
    private readonly IClock clock;

    internal SessionRecorder(ISessionStore sessions, Func<ISessionAudio> audio, LiveSessions live, SessionOptions options, IClock clock)
    {
        this.sessions = sessions;
        this.audio = audio;
        this.live = live;
        this.options = options;
        this.clock = clock;
    }

    /// <summary>Writes bytes of a recording at an offset and gives the next one; the same bytes again change nothing.</summary>
    /// <exception cref="TranscriptionException">The session does not record for this recorder, or is another physician's.</exception>
    public async Task<long> AppendAsync(
        CommandContext x, SessionId session, string recorder, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var found = await AliveAsync(x, session, recorder, cancellationToken).ConfigureAwait(false);
        var next = await audio().AppendAsync(x.Tenant, session, offset, bytes, cancellationToken).ConfigureAwait(false);
        live.Heard(x.Tenant, found, offset, bytes);
        return next;
    }

    /// <summary>How much is safe, for a recorder that lost its connection and goes on there.</summary>
    /// <exception cref="TranscriptionException">The session is not known, or the actor has no part in it.</exception>
    public async Task<AudioProgress> ProgressAsync(CommandContext x, SessionId session, CancellationToken cancellationToken = default)
    {
        var (found, failures) = await LoadAsync(x, session, TranscriptionAct.BringTranscript, cancellationToken).ConfigureAwait(false);
        failures.Require(found.IsPartOf(x.Actor), TranscriptionRules.NotYourSession, ("action", TranscriptionAct.BringTranscript), ("session", session), ("allowed", "Physician, Assistant"));
        failures.ThrowIfAny();
        var state = found.ToSnapshot();
        var safe = state.Audio == AudioPresence.Open ? await audio().LengthAsync(x.Tenant, session, cancellationToken).ConfigureAwait(false) : state.Captured?.Bytes ?? 0;
        return new(session, found.Status, state.Audio, safe);
    }

    /// <summary>A sign of life of a recorder, while it records or stands still.</summary>
    /// <exception cref="TranscriptionException">The session does not record for this recorder, or is another physician's.</exception>
    public Task KeepAliveAsync(CommandContext x, SessionId session, string recorder, CancellationToken cancellationToken = default) =>
        AliveAsync(x, session, recorder, cancellationToken);

    /// <summary>Writes bytes of a recording that was made elsewhere, after its import began.</summary>
    /// <exception cref="TranscriptionException">No import has begun, or the actor has no part in the session.</exception>
    public async Task<long> AppendImportAsync(CommandContext x, SessionId session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var (found, failures) = await LoadAsync(x, session, TranscriptionAct.BringTranscript, cancellationToken).ConfigureAwait(false);
        failures.Require(found.IsPartOf(x.Actor), TranscriptionRules.NotYourSession, ("action", TranscriptionAct.BringTranscript), ("session", session), ("allowed", "Physician, Assistant"));
        failures.Require(found is { Status: SessionStatus.Ready } && found.ToSnapshot().Audio == AudioPresence.Open, TranscriptionRules.RecorderNotActive, ("session", session), ("status", found.Status));
        failures.ThrowIfAny();
        return await audio().AppendAsync(x.Tenant, session, offset, bytes, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TranscriptionSession> AliveAsync(CommandContext x, SessionId session, string recorder, CancellationToken cancellationToken)
    {
        var (found, failures) = await LoadAsync(x, session, TranscriptionAct.Record, cancellationToken).ConfigureAwait(false);
        failures.Require(found.IsPhysician(x.Actor), TranscriptionRules.NotYourSession, ("action", TranscriptionAct.Record), ("session", session), ("allowed", "Physician"));
        var lease = found.ToSnapshot().Lease;
        failures.Require(found.IsActive && lease?.Owner == recorder, TranscriptionRules.RecorderNotActive, ("session", session), ("status", found.Status));
        failures.ThrowIfAny();
        var now = clock.GetCurrentInstant().TruncateToMicroseconds();
        // Half of the lease is kept in hand, so that not every chunk writes.
        if (lease!.Until - now > options.RecorderLease / 2) return found;
        if (!await sessions.RenewAsync(x.Tenant, session, recorder, now + options.RecorderLease, cancellationToken).ConfigureAwait(false))
            throw failures.With(TranscriptionRules.RecorderNotActive, ("session", session), ("status", found.Status));
        return found;
    }

    private async Task<(TranscriptionSession Session, Failures Failures)> LoadAsync(CommandContext x, SessionId session, TranscriptionAct act, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, act);
        var found = session == default ? null : await sessions.FindAsync(x.Tenant, session, ct).ConfigureAwait(false);
        if (found is null || found.ToSnapshot().Site != x.Site) throw failures.With(TranscriptionRules.SessionUnknown, ("session", session));
        return (found, failures);
    }
}
