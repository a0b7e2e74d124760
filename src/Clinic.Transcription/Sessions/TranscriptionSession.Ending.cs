using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <content>How sessions end, and what is erased then.</content>
public sealed partial class TranscriptionSession
{
    internal TranscriptionSession Cancel(Failures failures, Instant now)
    {
        failures.Require(!state.IsHeld, TranscriptionRules.LegalHoldStands, ("session", Id));
        return Change(failures, SessionTrigger.Cancel, s => Erasing(s, now));
    }

    internal TranscriptionSession Withdraw(Failures failures, ConsentDecision decision, bool signedReport, Instant now) =>
        Change(failures, SessionTrigger.WithdrawConsent, s =>
            Erasing(s with { Consent = s.Consent.After(decision), SignedReportStands = signedReport }, now));

    internal TranscriptionSession Narrow(Failures failures, ConsentDecision decision, SessionOptions options, Instant now)
    {
        failures.Require(Consent.Allows(decision.Scopes), TranscriptionRules.NothingToWithdraw, ("found", ConsentScopes.Text(decision.Scopes)));
        return Change(failures, SessionTrigger.NarrowConsent, s => s with
        {
            Consent = s.Consent.After(decision),
            KeepUntil = s.HasTranscript && decision.Scopes.HasFlag(ConsentScope.Keep) && s.KeepUntil is { } until ? Instant.Min(until, now + options.KeepWithoutConsent) : s.KeepUntil,
        });
    }

    internal TranscriptionSession Expire(Failures failures, bool openReport, Instant now)
    {
        failures.Require(!state.IsHeld, TranscriptionRules.LegalHoldStands, ("session", Id));
        failures.Require(!openReport, TranscriptionRules.OpenReportStands, ("session", Id));
        failures.Require(state.KeepUntil <= now, TranscriptionRules.RetentionNotOver, ("session", Id), ("until", state.KeepUntil));
        return Change(failures, SessionTrigger.RetentionExpired, s => Erasing(s, now));
    }

    // Whether it may be erased is asked before; what is gone is written down as gone, also where a hold came in that very moment.
    internal TranscriptionSession Erased(Failures failures, AudioErasure proof) =>
        Change(failures, SessionTrigger.AudioErased, s => s with { Audio = AudioPresence.Erased, Erasure = proof, EraseAudioAt = null, HearingAnew = null });

    internal TranscriptionSession Hold() => Change(state with { IsHeld = true, EraseAudioAt = null });

    internal TranscriptionSession Release(SessionOptions options, Instant now)
    {
        var free = state with { IsHeld = false };
        return Change(Status switch
        {
            _ when SessionLifecycle.IsOver(Status) => Erasing(free, now),
            SessionStatus.Transcribed => free with { EraseAudioAt = PlanOf(free, now + AfterText(free, options)) },
            SessionStatus.NoSpeech or SessionStatus.TranscriptionFailed => free with { EraseAudioAt = PlanOf(free, now + options.FailedAudioCap) },
            _ => free,
        });
    }

    internal TranscriptionSession Assign(PersonId? assistant) => Change(state with { Assistant = assistant });

    // Under a legal hold nothing is erased; nobody reads it either, and the release erases it.
    private static SessionSnapshot Erasing(SessionSnapshot s, Instant now) => s with
    {
        Lease = null,
        RetryAt = null,
        HearingAnew = null,
        Gaps = Closed(s.Gaps, now),
        HasTranscript = s.IsHeld && s.HasTranscript,
        EraseAudioAt = s is { IsHeld: false, Audio: AudioPresence.Open or AudioPresence.Sealed } ? now : null,
        KeepUntil = null,
    };
}
