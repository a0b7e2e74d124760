using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Reports;

/// <summary>Begins the report of a session: with a draft, or in the physician's own words.</summary>
public sealed record BeginReport : TranscriptionCommand<ReportAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.begin-report";

    /// <summary>The session.</summary>
    public required SessionId Session { get; init; }

    /// <summary>Whether the physician writes without a draft.</summary>
    public bool IsManual { get; init; }

    /// <summary>The drafter, such as <c>offline</c>; null for the clinic's.</summary>
    public string? Drafter { get; init; }

    /// <summary>The name of the template; null for the clinic's.</summary>
    public string? Template { get; init; }
}
