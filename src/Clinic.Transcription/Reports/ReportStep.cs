namespace Clinic.Transcription.Reports;

/// <summary>A step that a job takes for a report; it says which version it saw.</summary>
/// <param name="What">Such as <c>draft-asked</c>.</param>
/// <param name="Report">The report.</param>
/// <param name="Version">The version the job saw.</param>
internal sealed record ReportStep(string What, ReportId Report, long Version) : TranscriptionCommand<ReportAnswer>
{
    public override string Name => $"transcription.{What}";
}
