using Clinic.Abstractions;
using Clinic.Transcription.InMemory;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Work;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the queue and its steps; a step of another part is one more <see cref="IWorkStep"/>.</summary>
internal static class WorkServices
{
    public static void AddWork(this IServiceCollection services)
    {
        services.TryAddSingleton<IJitter, RandomJitter>();
        services.TryAddSingleton(p => new WorkQueue(
            p.Need<IUnitOfWork>(), p.Need<IWorkStore>(), p.TranscriptionOptions().Work, p.Need<IClock>(), p.Need<IIdGenerator>(), p.GetRequiredService<IJitter>()));
        services.TryAddSingleton(p => new EngineChoice(p.GetServices<IBatchTranscriber>(), p.TranscriptionOptions().Sessions));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkStep, TranscribeStep>(p => new TranscribeStep(
            p.Need<IUnitOfWork>(), p.Need<ISessionStore>(), p.GetRequiredService<SessionEffects>(), p.GetRequiredService<TranscriptArchive>(),
            p.GetRequiredService<EngineChoice>(), p.Need<ISessionAudio>, p.TranscriptionOptions(), p.Need<IClock>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkStep, EraseAudioStep>(p => new EraseAudioStep(p.Need<ISessionStore>(), p.GetRequiredService<AudioEraser>())));
        services.TryAddSingleton(p => new TranscriptionWorker(
            p.GetRequiredService<WorkQueue>(), p.GetServices<IWorkStep>(), p.TranscriptionOptions().Work, p.Need<IClock>(), p.Need<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, TranscriptionWorker>(p => p.GetRequiredService<TranscriptionWorker>()));
    }

    public static void AddInMemoryWork(this IServiceCollection services) => services.TryAddSingleton<IWorkStore, InMemoryWorkStore>();
}
