using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <content>From consent to a closed recording.</content>
public sealed partial class TranscriptionSession
{
    internal TranscriptionSession Grant(Failures failures, ConsentDecision decision)
    {
        if (Status == SessionStatus.Created)
        {
            failures.Require(decision.Scopes.HasFlag(ConsentScope.Record), TranscriptionRules.ConsentMissing,
                ("action", SessionTrigger.GrantConsent), ("allowed", ConsentScopes.Text(ConsentScope.Record)), ("found", ConsentScopes.Text(decision.Scopes)));
        }

        return Change(failures, SessionTrigger.GrantConsent, s => s with { Consent = s.Consent.After(decision) });
    }

    internal TranscriptionSession Refuse(Failures failures, ConsentDecision decision) =>
        Change(failures, SessionTrigger.RefuseConsent, s => s with { Consent = s.Consent.After(decision) });

    internal TranscriptionSession Start(Failures failures, RecordingLease lease, AudioFormat format, Instant now)
    {
        Need(failures, SessionTrigger.StartRecording, ConsentScope.Record);
        failures.Require(state.Audio == AudioPresence.None, TranscriptionRules.RecorderNotActive, ("session", Id), ("status", Status));
        return Change(failures, SessionTrigger.StartRecording, s => s with { Lease = lease, Format = format, StartedAt = now, Audio = AudioPresence.Open });
    }

    internal TranscriptionSession Pause(Failures failures, RecordingGapReason reason, Instant now)
    {
        failures.Field("reason", Enum.IsDefined(reason) && reason != RecordingGapReason.CaptureLost, reason, "patientAsked, private, interruption, other");
        return Change(failures, SessionTrigger.Pause, s => s with { Gaps = [.. s.Gaps, new(now, null, reason)] });
    }

    internal TranscriptionSession Resume(Failures failures, RecordingLease lease, Instant now)
    {
        Need(failures, SessionTrigger.Resume, ConsentScope.Record);
        return Change(failures, SessionTrigger.Resume, s => s with { Lease = lease, Gaps = Closed(s.Gaps, now) });
    }

    internal TranscriptionSession Stop(Failures failures, CapturedAudio captured, SessionOptions options, Instant now) =>
        Change(failures, SessionTrigger.Stop, s => Closed(s, captured, options, now));

    internal TranscriptionSession Lose(Failures failures, CapturedAudio captured, SessionOptions options, Instant now) => Change(failures, SessionTrigger.CaptureLost, s =>
    {
        // The last sign of life came before the end of the lease; what happened after it nobody knows.
        var gap = new RecordingGap(s.Lease?.Until ?? now, null, RecordingGapReason.CaptureLost);
        return Closed(s, captured with { IsTruncated = true }, options, now) with { Gaps = [.. Closed(s.Gaps, now), gap] };
    });

    internal TranscriptionSession BeginImport(Failures failures, AudioFormat format, SessionOptions options, Instant now)
    {
        Need(failures, SessionTrigger.BeginImport, ConsentScope.Record);
        return Change(failures, SessionTrigger.BeginImport, s => s with { Format = format, Audio = AudioPresence.Open, KeepUntil = now + options.KeepTranscript });
    }

    internal TranscriptionSession Import(Failures failures, CapturedAudio captured, SessionOptions options, Instant now)
    {
        Need(failures, SessionTrigger.ImportAudio, ConsentScope.Record);
        failures.Require(Status != SessionStatus.Ready || state.Audio == AudioPresence.Open, TranscriptionRules.RecorderNotActive, ("session", Id), ("status", Status));
        return Change(failures, SessionTrigger.ImportAudio, s => Closed(s, captured, options, now));
    }

    // What no engine hears and nobody types does not lie there for ever.
    private static SessionSnapshot Closed(SessionSnapshot s, CapturedAudio captured, SessionOptions options, Instant now) => s with
    {
        Lease = null,
        CapturedAt = now,
        Audio = AudioPresence.Sealed,
        Captured = captured,
        Gaps = Closed(s.Gaps, now),
        KeepUntil = now + options.KeepTranscript,
        Round = 1,
    };
}
