using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Exporting;
using Clinic.Transcription.InMemory;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers export and erasure per patient, and what keeps erased things erased.</summary>
internal static class RetentionServices
{
    public static void AddRetention(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new ErasureNotes(p.Need<ISessionStore>(), p.Need<IConsentStore>(), () => p.GetService<IErasureLedger>() ?? new NoErasureLedger(), p.Need<IClock>()));
        services.TryAddSingleton(p => new PatientEraser(
            p.Need<IUnitOfWork>(), p.GetRequiredService<SessionDesk>(), p.Need<ISessionStore>(), p.Need<ITranscriptStore>(), p.Need<IClinicalReportStore>(), p.Need<IPatientDirectory>(),
            p.Need<IPatientErasureStore>(), p.Need<IPatientHoldStore>(), p.Need<ITranscriptIndex>(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new PatientHolds(
            p.Need<IUnitOfWork>(), p.GetRequiredService<SessionDesk>(), p.Need<ISessionStore>(), p.Need<IPatientHoldStore>(), p.Need<IPatientDirectory>(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new PatientExport(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.Need<IConsentStore>(), p.GetRequiredService<TranscriptArchive>(), p.GetRequiredService<ReportArchive>(),
            p.Need<IPatientDirectory>(), p.Need<IAuditLog>(), p.Need<ISessionAudio>));
        services.TryAddSingleton(p => new ReapplyErasures(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.Need<IConsentStore>(), p.GetRequiredService<ISessionReports>(), p.GetRequiredService<SessionEffects>(),
            p.GetRequiredService<ErasureNotes>(), p.Need<ISessionAudio>, p.GetRequiredService<AudioEraser>(), p.Need<ITranscriptIndex>(), p.TranscriptionOptions(), p.Need<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, ReapplyErasures>(p => p.GetRequiredService<ReapplyErasures>()));
    }

    public static void AddInMemoryRetention(this IServiceCollection services)
    {
        services.TryAddSingleton<IPatientErasureStore, InMemoryPatientErasureStore>();
        services.TryAddSingleton<IPatientHoldStore, InMemoryPatientHoldStore>();
        services.TryAddSingleton<IErasureLedger, InMemoryErasureLedger>();
    }
}
