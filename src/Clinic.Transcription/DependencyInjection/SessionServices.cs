using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Importing;
using Clinic.Transcription.InMemory;
using Clinic.Transcription.Live;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Vault;
using Clinic.Transcription.Work;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sessions and their transcripts.</summary>
internal static class SessionServices
{
    public static void AddSessions(this IServiceCollection services)
    {
        services.TryAddSingleton<ISessionAudio>(p => new VaultSessionAudio(p.GetService<IAudioVault>() ?? throw new InvalidOperationException(
            "No IAudioVault is registered. Choose UseFileVault(), or UseInMemory() for tests."), p.Need<IClock>()));
        services.TryAddSingleton<ISessionReports, NoSessionReports>();
        services.TryAddSingleton(p => new TranscriptArchive(p.Need<ITranscriptStore>(), p.GetRequiredService<TextKeys>(), p.GetRequiredService<TranscriptIndexing>()));
        services.TryAddSingleton(p => new SessionEffects(
            p.Need<ISessionStore>(), p.GetRequiredService<WorkQueue>(), p.GetRequiredService<TranscriptArchive>(), p.GetRequiredService<ISessionReports>()));
        services.TryAddSingleton(p => new AudioEraser(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.GetRequiredService<SessionEffects>(), p.Need<ISessionAudio>, p.Need<IClock>(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new SessionDesk(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.Need<IConsentStore>(), p.Need<IPersonDirectory>(), p.Need<IPatientDirectory>(),
            p.GetRequiredService<ISessionReports>(), p.GetRequiredService<SessionEffects>(), p.Need<ISessionAudio>, p.GetRequiredService<AudioEraser>(),
            p.GetRequiredService<LiveSessions>(), p.GetRequiredService<ErasureNotes>(), p.Need<IPatientHoldStore>(), p.TranscriptionOptions(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new SessionRecorder(p.Need<ISessionStore>(), p.Need<ISessionAudio>, p.GetRequiredService<LiveSessions>(), p.TranscriptionOptions().Sessions, p.Need<IClock>()));
        services.TryAddSingleton(p => new SessionInquiries(p.Need<ISessionStore>(), p.GetRequiredService<EngineChoice>()));
        services.TryAddSingleton(p => new TranscriptDesk(p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.GetRequiredService<TranscriptArchive>()));
        services.TryAddSingleton(p => new TranscriptIntake(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.GetRequiredService<SessionEffects>(), p.GetRequiredService<TranscriptArchive>(), p.TranscriptionOptions()));
        services.TryAddSingleton(p => new LostRecordings(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.GetRequiredService<SessionEffects>(), p.Need<ISessionAudio>, p.TranscriptionOptions().Sessions, p.Need<IClock>(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new SessionRetention(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.GetRequiredService<ISessionReports>(), p.GetRequiredService<SessionEffects>(), p.GetRequiredService<ErasureNotes>(), p.Need<IClock>(), p.Need<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, LostRecordings>(p => p.GetRequiredService<LostRecordings>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, SessionRetention>(p => p.GetRequiredService<SessionRetention>()));
    }

    public static void AddInMemorySessions(this IServiceCollection services)
    {
        services.TryAddSingleton<ISessionStore, InMemorySessionStore>();
        services.TryAddSingleton<ITranscriptStore, InMemoryTranscriptStore>();
    }
}
