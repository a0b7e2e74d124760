using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>The whole state of a session; nothing that was said is in it.</summary>
public sealed record SessionSnapshot
{
    /// <summary>The id.</summary>
    public required SessionId Id { get; init; }

    /// <summary>The site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Conversation or dictation.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required SessionStatus Status { get; init; }

    /// <summary>Whose visit it is.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>The visit, where it has an id.</summary>
    public EncounterId? Encounter { get; init; }

    /// <summary>Who answers for it, records and signs.</summary>
    public required PersonId Physician { get; init; }

    /// <summary>Who helps; null for nobody.</summary>
    public PersonId? Assistant { get; init; }

    /// <summary>Two letters, such as <c>es</c>.</summary>
    public required string Language { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>What the patient agreed to.</summary>
    public ConsentState Consent { get; init; } = ConsentState.Undecided;

    /// <summary>Which recorder writes; null where none does.</summary>
    public RecordingLease? Lease { get; init; }

    /// <summary>When the recording began.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>When the recording ended or was brought.</summary>
    public Instant? CapturedAt { get; init; }

    /// <summary>How the audio is written.</summary>
    public AudioFormat? Format { get; init; }

    /// <summary>Whether there is audio.</summary>
    public AudioPresence Audio { get; init; }

    /// <summary>What was written of it; null until it is closed.</summary>
    public CapturedAudio? Captured { get; init; }

    /// <summary>Stretches that were not recorded, in their order.</summary>
    public IReadOnlyList<RecordingGap> Gaps { get; init; } = [];

    /// <summary>How often it was let begin anew, from 1; 0 before the first.</summary>
    public int Round { get; init; }

    /// <summary>How often an engine failed in this round.</summary>
    public int Attempts { get; init; }

    /// <summary>When an engine is asked again.</summary>
    public Instant? RetryAt { get; init; }

    /// <summary>What went wrong last.</summary>
    public FailureKind? LastFailure { get; init; }

    /// <summary>Where the text came from: an engine's name, <c>import</c> or <c>typed</c>.</summary>
    public string? Source { get; init; }

    /// <summary>When the text was there.</summary>
    public Instant? TranscribedAt { get; init; }

    /// <summary>Whether the text is there.</summary>
    public bool HasTranscript { get; init; }

    /// <summary>Whether long stretches of the audio have no words, or nobody can tell; it stays longer then.</summary>
    public bool IsPartlyHeard { get; init; }

    /// <summary>The version of the transcript that stood when the recording was to be heard again; null where nobody asked, or it has been.</summary>
    public long? HearingAnew { get; init; }

    /// <summary>When what is left of it is erased.</summary>
    public Instant? KeepUntil { get; init; }

    /// <summary>When the audio is to be erased; null where that is not decided.</summary>
    public Instant? EraseAudioAt { get; init; }

    /// <summary>The proof that the audio is gone.</summary>
    public AudioErasure? Erasure { get; init; }

    /// <summary>Whether nothing may be erased, for a legal reason.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether a signed report stands although the consent was taken back.</summary>
    public bool SignedReportStands { get; init; }

    /// <summary>Counts the changes, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>The id and status only.</summary>
    public override string ToString() => $"{Id} {Status}";
}
