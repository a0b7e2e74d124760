using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>The whole state of a report.</summary>
public sealed record ReportSnapshot
{
    /// <summary>The id.</summary>
    public required ReportId Id { get; init; }

    /// <summary>The site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>The session whose words it rests on.</summary>
    public required SessionId Session { get; init; }

    /// <summary>Whose report it is.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>The visit, where it has an id.</summary>
    public EncounterId? Encounter { get; init; }

    /// <summary>Who answers for it and signs.</summary>
    public required PersonId Physician { get; init; }

    /// <summary>Who may propose changes; null for nobody.</summary>
    public PersonId? Assistant { get; init; }

    /// <summary>Of the report: <c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>As it was when the report began.</summary>
    public required ReportTemplate Template { get; init; }

    /// <summary>How far it is.</summary>
    public required ReportStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>The drafter that is asked; null where the physician writes.</summary>
    public string? Drafter { get; init; }

    /// <summary>Where the draft came from; null before, and where there is none.</summary>
    public DraftSource? Draft { get; init; }

    /// <summary>How often the drafter or the clinical record was asked in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>When drafter or clinical record are asked next; null when nothing is due.</summary>
    public Instant? NextAttempt { get; init; }

    /// <summary>What went wrong last.</summary>
    public FailureKind? LastFailure { get; init; }

    /// <summary>The text, in section order.</summary>
    public IReadOnlyList<ReportStatement> Statements { get; init; } = [];

    /// <summary>The version of the transcript into which the evidence of the text points; null where there is none.</summary>
    public long? TranscriptVersion { get; init; }

    /// <summary>What is named in it, with where it was said.</summary>
    public IReadOnlyList<ClinicalEntity> Entities { get; init; } = [];

    /// <summary>Segments that speak to the machine; never evidence.</summary>
    public IReadOnlyList<int> Excluded { get; init; } = [];

    /// <summary>What should be looked at, as the text reads now.</summary>
    public IReadOnlyList<ReportFinding> Findings { get; init; } = [];

    /// <summary>Findings that a physician stands by.</summary>
    public IReadOnlyList<FindingOverride> Overrides { get; init; } = [];

    /// <summary>Every change from the draft on, in order.</summary>
    public IReadOnlyList<StatementEdit> Edits { get; init; } = [];

    /// <summary>What an assistant proposed, in order.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Signed versions, the first first.</summary>
    public IReadOnlyList<SignedVersion> Versions { get; init; } = [];

    /// <summary>What was added afterwards, in order.</summary>
    public IReadOnlyList<ReportAddendum> Addenda { get; init; } = [];

    /// <summary>The number that the next statement gets.</summary>
    public int NextStatement { get; init; } = 1;

    /// <summary>Why the draft was rejected, or the report declared an error.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the patient took the consent back after the signature.</summary>
    public bool ConsentWithdrawn { get; init; }

    /// <summary>Counts the changes, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>The id and status only.</summary>
    public override string ToString() => $"{Id} {Status}";
}
