using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>The capture of one visit and how far its transcript is; immutable.</summary>
public sealed partial class TranscriptionSession
{
    private readonly SessionSnapshot state;

    private TranscriptionSession(SessionSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public SessionId Id => state.Id;

    /// <summary>How far it is.</summary>
    public SessionStatus Status => state.Status;

    /// <summary>Who answers for it.</summary>
    public PersonId Physician => state.Physician;

    /// <summary>What the patient agreed to.</summary>
    public ConsentState Consent => state.Consent;

    /// <summary>Whether it is recorded or stands still: a physician has one such session.</summary>
    public bool IsActive => Status is SessionStatus.Recording or SessionStatus.Paused;

    /// <summary>Whether there is audio that can be erased.</summary>
    public bool HasAudio => state.Audio is AudioPresence.Open or AudioPresence.Sealed;

    /// <summary>Whether its text may be read.</summary>
    public bool IsReadable => state.HasTranscript && Status == SessionStatus.Transcribed;

    /// <summary>Whether an engine listens, or listens again.</summary>
    internal bool IsListenedTo => Status == SessionStatus.Transcribing || IsHeardAnew;

    /// <summary>Whether the recording is to be heard again although there is a text.</summary>
    internal bool IsHeardAnew => Status == SessionStatus.Transcribed && state.HearingAnew is not null;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Id);

    /// <summary>The fact of a session.</summary>
    public static FactKey FactOf(SessionId id) => new("transcription.session", id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="TranscriptionException">Fields are malformed; every one is named.</exception>
    public static TranscriptionSession Restore(SessionSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        failures.Field("id", snapshot.Id != default, "nothing", "an id");
        failures.Field("patient", snapshot.Patient != default, "nothing", "a patient");
        failures.Field("physician", snapshot.Physician != default, "nothing", "a physician");
        failures.Field("assistant", snapshot.Assistant is null || (snapshot.Assistant != default(PersonId) && snapshot.Assistant != snapshot.Physician), snapshot.Assistant, "somebody else than the physician");
        failures.Field("language", snapshot.Language is "es" or "en", snapshot.Language, "es or en");
        failures.Field("kind", Enum.IsDefined(snapshot.Kind), snapshot.Kind, "conversation or dictation");
        failures.Field("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        failures.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The whole state.</summary>
    public SessionSnapshot ToSnapshot() => state;

    /// <summary>Whether an actor may know how far it is: who has a part in it, and who sees all of the site.</summary>
    public bool IsSeenBy(CommandContext x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return state.Site == x.Site && (TranscriptionRights.SeesAll(x.Actor) || IsPartOf(x.Actor));
    }

    /// <summary>Whether an actor is the responsible physician or the assistant of the session.</summary>
    public bool IsPartOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return IsPhysician(actor) || (state.Assistant == actor.Person && actor.HasAny(Role.Assistant));
    }

    /// <summary>Whether an actor is the responsible physician.</summary>
    public bool IsPhysician(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Physician == actor.Person && actor.HasAny(Role.Physician);
    }

    /// <summary>The id and status only.</summary>
    public override string ToString() => state.ToString();

    private TranscriptionSession Change(Failures failures, SessionTrigger trigger, Func<SessionSnapshot, SessionSnapshot> change)
    {
        if (!SessionLifecycle.Allowed(Status).Contains(trigger))
        {
            failures.Add(TranscriptionRules.SessionTransitionRefused,
                ("status", Status), ("trigger", trigger), ("allowed", Moves.Text(SessionLifecycle.Allowed(Status))));
            return this;
        }

        return new(change(state with { Status = SessionLifecycle.Next(Status, trigger), Version = Version + 1 }));
    }

    private TranscriptionSession Change(SessionSnapshot next) => Restore(next with { Version = Version + 1 });

    private void Need(Failures failures, SessionTrigger trigger, ConsentScope scopes) =>
        failures.Require(Consent.Allows(scopes), TranscriptionRules.ConsentMissing,
            ("action", trigger), ("allowed", ConsentScopes.Text(scopes)), ("found", ConsentScopes.Text(Consent.Granted)));

    private static IReadOnlyList<RecordingGap> Closed(IReadOnlyList<RecordingGap> gaps, Instant now) =>
        gaps is [.., { To: null, Reason: not RecordingGapReason.CaptureLost } open] ? [.. gaps.SkipLast(1), open with { To = now }] : gaps;
}
