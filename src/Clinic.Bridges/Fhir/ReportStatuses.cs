using Clinic.Transcription.Consents;
using Clinic.Transcription.Reports;

namespace Clinic.Bridges.Fhir;

/// <summary>Clinical reports and consents in the codes of FHIR R4.</summary>
public static class ReportStatuses
{
    /// <summary>The status of the Composition; null while there is no text, or none any more.</summary>
    /// <param name="status">How far the report is.</param>
    /// <param name="isChanged">Whether a version or an addendum came after the first signature.</param>
    public static string? Composition(ReportStatus status, bool isChanged) => status switch
    {
        ReportStatus.Drafting or ReportStatus.DraftFailed or ReportStatus.Erased => null,
        ReportStatus.InReview => "preliminary",
        // R4 has no status for what was given up before anybody signed it.
        ReportStatus.Rejected or ReportStatus.EnteredInError => "entered-in-error",
        ReportStatus.Signed or ReportStatus.FilingFailed or ReportStatus.Filed => isChanged ? "amended" : "final",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The status of the document that one version is.</summary>
    /// <param name="status">How far the report is.</param>
    /// <param name="isLast">Whether no later version took its place.</param>
    public static string Document(ReportStatus status, bool isLast) => status switch
    {
        ReportStatus.Rejected or ReportStatus.EnteredInError => "entered-in-error",
        _ => isLast ? "current" : "superseded",
    };

    /// <summary>How final the content of the document is.</summary>
    /// <param name="status">How far the report is.</param>
    /// <param name="version">The signed version; 0 for a draft.</param>
    public static string Content(ReportStatus status, int version) => status switch
    {
        ReportStatus.Rejected or ReportStatus.EnteredInError => "entered-in-error",
        _ => version switch
        {
            0 => "preliminary",
            1 => "final",
            _ => "amended",
        },
    };

    /// <summary>The status of the Consent; null while nobody has decided anything.</summary>
    public static string? Consent(ConsentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state switch
        {
            { Decisions: 0 } => null,
            { WithdrawnAt: not null } => "inactive",
            { RefusedAt: not null } => "rejected",
            { Granted: ConsentScope.None } => "inactive",
            _ => "active",
        };
    }
}
