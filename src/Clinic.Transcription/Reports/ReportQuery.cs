using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Which reports a list shows; what is missing does not narrow it.</summary>
/// <param name="Site">The site.</param>
public sealed record ReportQuery(SiteId Site)
{
    /// <summary>Of this physician, or with this assistant.</summary>
    public PersonId? Participant { get; init; }

    /// <summary>Of this patient.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>In this status.</summary>
    public ReportStatus? Status { get; init; }

    /// <summary>Begun at or after.</summary>
    public Instant? From { get; init; }

    /// <summary>Begun before.</summary>
    public Instant? To { get; init; }
}
