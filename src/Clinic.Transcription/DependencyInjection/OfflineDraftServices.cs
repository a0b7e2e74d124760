using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the drafter that needs no network; others join it by their names.</summary>
internal static class OfflineDraftServices
{
    public static IServiceCollection AddOfflineDrafter(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportDrafter, OfflineReportDrafter>());
        return services;
    }
}
