using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Work;
using NodaTime;

namespace Clinic.Api.Transcription;

/// <summary>How far a recorded visit is; no word of what was said.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">A conversation, or a dictation.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Patient">Whose visit it is.</param>
/// <param name="Encounter">The visit.</param>
/// <param name="Physician">Who answers for it.</param>
/// <param name="Assistant">Who helps.</param>
/// <param name="Language">The language.</param>
/// <param name="Consent">What the patient agreed to.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record SessionResponse(
    SessionId Id, SessionKind Kind, SessionStatus Status, PatientId Patient, EncounterId? Encounter, PersonId Physician, PersonId? Assistant, string Language,
    ConsentStateResponse Consent, long Version)
{
    /// <summary>When it was opened.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When the recording began.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>When the recording was closed.</summary>
    public Instant? CapturedAt { get; init; }

    /// <summary>When the text was ready.</summary>
    public Instant? TranscribedAt { get; init; }

    /// <summary>How the audio is written.</summary>
    public AudioFormat? Format { get; init; }

    /// <summary>Whether there is audio.</summary>
    public AudioPresence Audio { get; init; }

    /// <summary>How much was recorded.</summary>
    public CapturedAudio? Captured { get; init; }

    /// <summary>Stretches that were not recorded.</summary>
    public IReadOnlyList<RecordingGap> Gaps { get; init; } = [];

    /// <summary>How often transcription was tried since it was last asked for.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried again.</summary>
    public Instant? RetryAt { get; init; }

    /// <summary>Why it failed last.</summary>
    public FailureKind? LastFailure { get; init; }

    /// <summary>Where the text came from.</summary>
    public string? Source { get; init; }

    /// <summary>Whether long stretches of the audio have no words, or nobody can tell.</summary>
    public bool IsPartlyHeard { get; init; }

    /// <summary>Whether the recording is being heard again.</summary>
    public bool IsHeardAnew { get; init; }

    /// <summary>Until when the text is kept.</summary>
    public Instant? KeepUntil { get; init; }

    /// <summary>When the audio will be erased.</summary>
    public Instant? EraseAudioAt { get; init; }

    /// <summary>That the audio was erased.</summary>
    public AudioErasure? Erasure { get; init; }

    /// <summary>Whether the law lets nothing be erased.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Why its text has to wait.</summary>
    public EngineWait? WaitsFor { get; init; }

    /// <summary>Whether the caller may read the text.</summary>
    public bool MayRead { get; init; }

    internal static SessionResponse Of(SessionView view)
    {
        var s = view.Session;
        return new(s.Id, s.Kind, s.Status, s.Patient, s.Encounter, s.Physician, s.Assistant, s.Language, ConsentStateResponse.Of(s.Consent), s.Version)
        {
            CreatedAt = s.CreatedAt,
            StartedAt = s.StartedAt,
            CapturedAt = s.CapturedAt,
            TranscribedAt = s.TranscribedAt,
            Format = s.Format,
            Audio = s.Audio,
            Captured = s.Captured,
            Gaps = s.Gaps,
            Attempts = s.Attempts,
            RetryAt = s.RetryAt,
            LastFailure = s.LastFailure,
            Source = s.Source,
            IsPartlyHeard = s.IsPartlyHeard,
            IsHeardAnew = s.HearingAnew is not null,
            KeepUntil = s.KeepUntil,
            EraseAudioAt = s.EraseAudioAt,
            Erasure = s.Erasure,
            IsHeld = s.IsHeld,
            WaitsFor = view.WaitsFor,
            MayRead = view.MayRead,
        };
    }

    /// <summary>The id and status only.</summary>
    public override string ToString() => $"{Id} {Status}";
}
