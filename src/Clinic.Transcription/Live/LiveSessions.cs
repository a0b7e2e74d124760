using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Vault;
using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>Lets people follow running sessions: their state, and the text where an engine may hear them live.</summary>
/// <remarks>State is seen whoever changed it; text only in the process that takes the audio. Nothing here ever stops a recording.</remarks>
public sealed class LiveSessions
{
    private readonly Dictionary<(TenantId, SessionId), SessionHub> hubs = [];
    private readonly Lock gate = new();
    private readonly ISessionStore sessions;
    private readonly Func<IAudioVault?> vault;
    private readonly ILiveTranscriber? engine;
    private readonly TranscriptionOptions options;
    private readonly IClock clock;

    internal LiveSessions(ISessionStore sessions, Func<IAudioVault?> vault, IEnumerable<ILiveTranscriber> engines, TranscriptionOptions options, IClock clock)
    {
        (this.sessions, this.vault, this.options, this.clock) = (sessions, vault, options, clock);
        engine = engines.FirstOrDefault(e => options.Sessions.Engine is null || string.Equals(e.Name, options.Sessions.Engine, StringComparison.Ordinal));
    }

    /// <summary>How many sessions somebody listens to or an engine hears.</summary>
    public int Running
    {
        get
        {
            lock (gate) return hubs.Count;
        }
    }

    /// <summary>Begins to follow a session that the actor has a part in; null while too many do.</summary>
    /// <exception cref="TranscriptionException">The role is missing, or the session is not known or not the actor's.</exception>
    public async Task<SessionListener?> ListenAsync(CommandContext x, SessionId session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReadTranscripts);
        var found = session == default ? null : await sessions.FindAsync(x.Tenant, session, cancellationToken).ConfigureAwait(false);
        if (found is null || found.ToSnapshot().Site != x.Site) throw failures.With(TranscriptionRules.SessionUnknown, ("session", session));
        failures.Require(found.IsPartOf(x.Actor), TranscriptionRules.NotYourSession, ("action", TranscriptionAct.ReadTranscripts), ("session", session), ("allowed", "Physician, Assistant"));
        failures.ThrowIfAny();
        lock (gate)
        {
            var hub = HubOf(x.Tenant, session);
            var listener = new SessionListener(x.Actor, hub.Leave);
            return hub.TryJoin(listener, found) ? listener : null;
        }
    }

    /// <summary>Audio that is safe in the recording of a session.</summary>
    internal void Heard(TenantId tenant, TranscriptionSession session, long offset, ReadOnlyMemory<byte> bytes)
    {
        if (engine is null || bytes.IsEmpty) return;
        lock (gate)
        {
            if (!MayHear(session) || EngineFor(tenant, session) is not { } heard)
            {
                hubs.GetValueOrDefault((tenant, session.Id))?.Running?.Abort();
                return;
            }

            var hub = HubOf(tenant, session.Id);
            hub.Hearing(() =>
            {
                var hearing = new LiveHearing(heard, hub, offset, options.Live, ct => GoesOnAsync(tenant, session.Id, ct), clock);
                hearing.Begin();
                return hearing;
            })?.Give(offset, bytes);
        }
    }

    /// <summary>What was decided about a session, after its commit.</summary>
    internal void Told(TenantId tenant, SessionCommand command)
    {
        SessionHub? hub;
        lock (gate) hub = hubs.GetValueOrDefault((tenant, command.Session));
        if (hub is null) return;
        switch (command)
        {
            case PauseRecording:
                hub.Running?.Pause();
                break;
            case StopRecording:
                hub.Running?.End();
                break;
            case CancelSession or RefuseConsent:
            case WithdrawConsent w when ConsentState.EndsAll(w.Scopes ?? ConsentScopes.All):
                hub.Forget();
                break;
            case WithdrawConsent { Scopes: { } scopes } when scopes.HasFlag(ConsentScope.ExternalProvider) && engine is { Capabilities.SendsOutside: true }:
                hub.Running?.Abort();
                break;
        }
    }

    private bool MayHear(TranscriptionSession session)
    {
        if (!session.Consent.Allows(ConsentScope.Transcribe)) return false;
        var can = engine!.Capabilities;
        return !can.SendsOutside
            || (session.Consent.Allows(ConsentScope.ExternalProvider) && options.Sessions.AllowedRegions.Contains(can.Region, StringComparer.OrdinalIgnoreCase));
    }

    // Only raw samples can be cut anywhere; other audio is heard as a whole when it is closed.
    private LiveEngine? EngineFor(TenantId tenant, TranscriptionSession session)
    {
        var state = session.ToSnapshot();
        if (state.Format is not { SampleRate: { } rate and > 0 } format || PcmLayout.Of(format) is not { } layout || vault() is not { } kept) return null;
        var replay = new RecordedAudioReplay(kept, new(tenant, new(session.Id.Value)), null);
        return new(engine!, format, layout.FrameBytes, rate, state.Language, replay);
    }

    private async Task<bool> GoesOnAsync(TenantId tenant, SessionId id, CancellationToken ct)
    {
        var found = await sessions.FindAsync(tenant, id, ct).ConfigureAwait(false);
        if (found is { IsActive: true } && MayHear(found)) return true;
        if (found is null || SessionLifecycle.IsOver(found.Status) || !MayHear(found)) Abort(tenant, id);
        return false;
    }

    private void Abort(TenantId tenant, SessionId id)
    {
        SessionHub? hub;
        lock (gate) hub = hubs.GetValueOrDefault((tenant, id));
        hub?.Forget();
    }

    private SessionHub HubOf(TenantId tenant, SessionId id)
    {
        if (!hubs.TryGetValue((tenant, id), out var hub)) hubs.Add((tenant, id), hub = new(tenant, id, sessions, options.Live, clock, Close));
        return hub;
    }

    private void Close(SessionHub hub)
    {
        lock (gate)
        {
            if (hub.IsIdle && hubs.GetValueOrDefault(hub.Key) == hub) hubs.Remove(hub.Key);
        }
    }
}
