using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What a report needs to know of its session.</summary>
internal sealed record ReportSource
{
    public required SessionId Session { get; init; }

    public required FactKey Fact { get; init; }

    public required long Version { get; init; }

    public required SiteId Site { get; init; }

    public required PatientId Patient { get; init; }

    public EncounterId? Encounter { get; init; }

    public required PersonId Physician { get; init; }

    public PersonId? Assistant { get; init; }

    public required string Language { get; init; }

    public required string Status { get; init; }

    /// <summary>Whether a program may draft from it.</summary>
    public bool MayDraft { get; init; }

    /// <summary>Whether text may leave the clinic.</summary>
    public bool MayLeave { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>When the visit began; null where a source does not say it.</summary>
    public Instant? VisitedAt { get; init; }

    /// <summary>What was said, with its corrections; null where there is no text, or no longer.</summary>
    public OpenedTranscript? Words { get; init; }

    /// <summary>As it reads now.</summary>
    public Transcript? Transcript => Words?.Current;

    public override string ToString() => Session.ToString();
}
