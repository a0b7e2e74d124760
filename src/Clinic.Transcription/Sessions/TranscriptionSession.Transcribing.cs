using Clinic.Transcription.Consents;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <content>From a closed recording to its text, or to none.</content>
public sealed partial class TranscriptionSession
{
    internal TranscriptionSession BeginTranscription(Failures failures, bool sendsOutside)
    {
        Need(failures, SessionTrigger.BeginTranscription, sendsOutside ? ConsentScope.Transcribe | ConsentScope.ExternalProvider : ConsentScope.Transcribe);
        return Change(failures, SessionTrigger.BeginTranscription, s => s with { RetryAt = null });
    }

    internal TranscriptionSession Transcribed(Failures failures, string source, bool covered, SessionOptions options, Instant now) =>
        Change(failures, SessionTrigger.TranscriptReady, s => WithText(s with { IsPartlyHeard = !covered }, source, options, now));

    internal TranscriptionSession Brought(Failures failures, string source, SessionOptions options, Instant now)
    {
        Need(failures, SessionTrigger.BringTranscript, ConsentScope.Transcribe);
        return Change(failures, SessionTrigger.BringTranscript, s => WithText(s with { IsPartlyHeard = false }, source, options, now));
    }

    internal TranscriptionSession FoundNoSpeech(Failures failures, string source, SessionOptions options, Instant now) =>
        Change(failures, SessionTrigger.FindNoSpeech, s => s with
        {
            Source = source,
            RetryAt = null,
            KeepUntil = now + options.KeepTranscript,
            EraseAudioAt = PlanOf(s, now + options.FailedAudioCap),
        });

    internal TranscriptionSession Fail(Failures failures, FailureKind kind, Instant retryAt) =>
        Change(failures, SessionTrigger.Fail, s => s with { Attempts = s.Attempts + 1, LastFailure = kind, RetryAt = retryAt });

    internal TranscriptionSession GiveUp(Failures failures, FailureKind kind, SessionOptions options, Instant now) =>
        Change(failures, SessionTrigger.GiveUp, s => s with
        {
            Attempts = s.Attempts + 1,
            LastFailure = kind,
            RetryAt = null,
            KeepUntil = now + options.KeepTranscript,
            EraseAudioAt = PlanOf(s, now + options.FailedAudioCap),
        });

    internal TranscriptionSession Retry(Failures failures)
    {
        failures.Require(state.Audio == AudioPresence.Sealed, TranscriptionRules.AudioGone, ("session", Id));
        return Change(failures, SessionTrigger.Retry, s => s with { Round = s.Round + 1, Attempts = 0, RetryAt = null, EraseAudioAt = null });
    }

    // The audio stays no longer than that of a failure would have.
    internal TranscriptionSession HearAnew(Failures failures, long version, int byHand, bool replace, SessionOptions options)
    {
        Need(failures, SessionTrigger.HearAnew, ConsentScope.Transcribe);
        failures.Require(state.Audio == AudioPresence.Sealed, TranscriptionRules.AudioGone, ("session", Id));
        failures.Require(state.HearingAnew is null, TranscriptionRules.HearingUnderWay, ("session", Id));
        failures.Require(replace || byHand == 0, TranscriptionRules.CorrectionsStand, ("session", Id), ("count", byHand));
        return Change(failures, SessionTrigger.HearAnew, s => s with
        {
            HearingAnew = version,
            Round = s.Round + 1,
            Attempts = 0,
            RetryAt = null,
            EraseAudioAt = s.CapturedAt is { } captured ? PlanOf(s, Instant.Max(s.EraseAudioAt ?? captured, captured + options.FailedAudioCap)) : s.EraseAudioAt,
        });
    }

    internal TranscriptionSession HeardAnew(Failures failures, string source, bool covered, SessionOptions options, Instant now) =>
        Change(failures, SessionTrigger.HeardAnew, s => s with
        {
            HearingAnew = null,
            Attempts = 0,
            Source = source,
            TranscribedAt = now,
            IsPartlyHeard = !covered,
            LastFailure = null,
            RetryAt = null,
            EraseAudioAt = covered ? PlanOf(s, now + options.AudioGrace) : s.EraseAudioAt,
        });

    internal TranscriptionSession KeepText(Failures failures, FailureKind? why) =>
        Change(failures, SessionTrigger.KeepText, s => s with { HearingAnew = null, RetryAt = null, LastFailure = why, Attempts = s.Attempts + 1 });

    internal TranscriptionSession DelayHearing(FailureKind kind, Instant retryAt) => Change(state with { Attempts = state.Attempts + 1, LastFailure = kind, RetryAt = retryAt });

    private static SessionSnapshot WithText(SessionSnapshot s, string source, SessionOptions options, Instant now) => s with
    {
        Source = source,
        HasTranscript = true,
        TranscribedAt = now,
        CapturedAt = s.CapturedAt ?? now,
        LastFailure = null,
        RetryAt = null,
        // Without consent to keep it the text lives as long as the review may take.
        KeepUntil = now + (s.Consent.Allows(ConsentScope.Keep) ? options.KeepTranscript : options.KeepWithoutConsent),
        EraseAudioAt = PlanOf(s, now + AfterText(s, options)),
    };

    private static Duration AfterText(SessionSnapshot s, SessionOptions options) => s.IsPartlyHeard ? options.FailedAudioCap : options.AudioGrace;

    private static Instant? PlanOf(SessionSnapshot s, Instant at) => s is { Audio: AudioPresence.Sealed, IsHeld: false } ? at : null;
}
