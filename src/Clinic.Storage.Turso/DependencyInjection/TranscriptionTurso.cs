using Clinic.Storage.Turso;
using Clinic.Storage.Turso.Transcription.Consents;
using Clinic.Storage.Turso.Transcription.Recorders;
using Clinic.Storage.Turso.Transcription.Reports;
using Clinic.Storage.Turso.Transcription.Retention;
using Clinic.Storage.Turso.Transcription.Sealing;
using Clinic.Storage.Turso.Transcription.Searching;
using Clinic.Storage.Turso.Transcription.Sessions;
using Clinic.Storage.Turso.Transcription.Transcripts;
using Clinic.Storage.Turso.Transcription.Work;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Recorders;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Work;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the data of transcription in the database.</summary>
public static class TranscriptionTurso
{
    /// <summary>Enables the tables of transcription and registers its stores and the core ones; one database with the other domains.</summary>
    /// <remarks>Calling twice is safe. Stores hold no state, so each is a singleton. Register a <see cref="TextKeyRing"/> and a <see cref="SignatureKeyRing"/> too.</remarks>
    public static TranscriptionBuilder UseTurso(this TranscriptionBuilder builder, Action<TursoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicTurso(configure);
        services.AddTursoSet(ConsentsSet.Set);
        services.TryAddSingleton<IConsentStore, TursoConsentStore>();
        services.AddTursoSet(TranscriptionSessionsSet.Set);
        services.TryAddSingleton<ISessionStore, TursoSessionStore>();
        services.AddTursoSet(TranscriptsSet.Set);
        services.TryAddSingleton<ITranscriptStore, TursoTranscriptStore>();
        services.AddTursoSet(RetentionSet.Set);
        services.TryAddSingleton<IPatientErasureStore, TursoPatientErasureStore>();
        services.TryAddSingleton<IPatientHoldStore, TursoPatientHoldStore>();
        services.AddTursoSet(SearchingSet.Set);
        services.TryAddSingleton<ITranscriptIndex, TursoTranscriptIndex>();
        services.AddTursoSet(WorkSet.Set);
        services.TryAddSingleton<IWorkStore, TursoWorkStore>();
        services.AddTursoSet(SealingSet.Set);
        services.TryAddSingleton<ITextKeyStore, TursoTextKeyStore>();
        services.AddTursoSet(ReportsSet.Set);
        services.TryAddSingleton<IClinicalReportStore, TursoClinicalReportStore>();
        services.AddTursoSet(RecordersSet.Set);
        services.TryAddSingleton<IRecorderStore, TursoRecorderStore>();
        return builder;
    }
}
