using Clinic.Abstractions;
using Clinic.Transcription.InMemory;
using Clinic.Transcription.Recorders;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers recorder settings.</summary>
internal static class RecorderServices
{
    public static void AddRecorders(this IServiceCollection services) =>
        services.TryAddSingleton(p => new RecorderDesk(p.Need<IUnitOfWork>(), p.Need<IRecorderStore>(), p.TranscriptionOptions()));

    public static void AddInMemoryRecorders(this IServiceCollection services) => services.TryAddSingleton<IRecorderStore, InMemoryRecorderStore>();
}
