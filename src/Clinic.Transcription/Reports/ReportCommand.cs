using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Reports;

/// <summary>A command about one stored report.</summary>
public abstract record ReportCommand : TranscriptionCommand<ReportAnswer>
{
    /// <summary>The report.</summary>
    public required ReportId Report { get; init; }

    /// <summary>The version the caller read; null to act on whatever is stored, where that is safe.</summary>
    public long? Version { get; init; }

    internal abstract TranscriptionAct Act { get; }

    /// <summary>What the audit calls it, such as <c>report.signed</c>.</summary>
    internal abstract string Done { get; }

    /// <summary>Whether somebody else than the responsible physician may give it, with the role alone.</summary>
    internal virtual bool IsForOthersToo => false;
}
