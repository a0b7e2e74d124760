using Clinic.Abstractions;
using Clinic.Transcription.InMemory;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers search and what keeps its index.</summary>
internal static class SearchServices
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new TranscriptIndexing(p.Need<ITranscriptIndex>(), p.TranscriptionOptions().Search));
        services.TryAddSingleton(p => new TranscriptSearch(
            p.Need<IUnitOfWork>(), p.GetRequiredService<TranscriptIndexing>(), p.Need<ISessionStore>(), p.GetRequiredService<TranscriptArchive>(), p.GetRequiredService<ReportArchive>(),
            p.TranscriptionOptions().Search));
        services.TryAddSingleton(p => new TranscriptReindex(
            p.Need<IUnitOfWork>(), p.GetRequiredService<TranscriptIndexing>(), p.Need<ISessionStore>(), p.GetRequiredService<TranscriptArchive>(), p.GetRequiredService<ReportArchive>(),
            p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new SearchUpkeep(p.GetRequiredService<TranscriptIndexing>(), p.GetRequiredService<TranscriptReindex>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, SearchUpkeep>(p => p.GetRequiredService<SearchUpkeep>()));
    }

    public static void AddInMemorySearch(this IServiceCollection services) => services.TryAddSingleton<ITranscriptIndex, InMemoryTranscriptIndex>();
}
