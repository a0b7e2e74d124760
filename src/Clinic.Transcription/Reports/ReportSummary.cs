using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What lists show of a report; nothing of what it says.</summary>
public sealed record ReportSummary
{
    /// <summary>The id.</summary>
    public required ReportId Report { get; init; }

    /// <summary>The site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>The session whose words it rests on.</summary>
    public required SessionId Session { get; init; }

    /// <summary>Whose report it is.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>Who answers for it and signs.</summary>
    public required PersonId Physician { get; init; }

    /// <summary>Who may propose changes; null for nobody.</summary>
    public PersonId? Assistant { get; init; }

    /// <summary>How far it is.</summary>
    public required ReportStatus Status { get; init; }

    /// <summary>How many versions were signed.</summary>
    public int SignedVersions { get; init; }

    /// <summary>Whether the patient took the consent back after the signature.</summary>
    public bool ConsentWithdrawn { get; init; }

    /// <summary>When it began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Of its state, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>Whether it is on its way to a signature; a rejected one keeps no other from being begun and no words from being purged.</summary>
    public bool IsOpen => Status is ReportStatus.Drafting or ReportStatus.DraftFailed or ReportStatus.InReview;

    /// <summary>Of a report.</summary>
    public static ReportSummary Of(ClinicalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var state = report.ToSnapshot();
        return new()
        {
            Report = state.Id,
            Site = state.Site,
            Session = state.Session,
            Patient = state.Patient,
            Physician = state.Physician,
            Assistant = state.Assistant,
            Status = state.Status,
            SignedVersions = state.Versions.Count,
            ConsentWithdrawn = state.ConsentWithdrawn,
            StartedAt = state.StartedAt,
            Version = state.Version,
        };
    }
}
