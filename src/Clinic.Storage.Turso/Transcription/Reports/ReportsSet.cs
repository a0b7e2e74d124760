namespace Clinic.Storage.Turso.Transcription.Reports;

/// <summary>The tables of reports.</summary>
internal static class ReportsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-reports", "Transcription.Reports", new FactKind("transcription.report", "transcription_reports"));
}
