namespace Clinic.Api.Transcription;

/// <summary>The routes of transcription, one file per part.</summary>
public static class TranscriptionRoutes
{
    /// <summary>Maps every part.</summary>
    public static void MapTranscription(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapConsentForms();
        api.MapSessions();
        api.MapRecordings();
        api.MapTranscripts();
        api.MapClinicalReports();
        api.MapTranscriptionSettings();
        api.MapRecorders();
        api.MapTranscriptSearch();
        api.MapPatientPrivacy();
        api.MapReportPaper();
    }
}
