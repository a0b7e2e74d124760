using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.InMemory;
using Clinic.Transcription.Sessions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers consent.</summary>
internal static class ConsentServices
{
    public static void AddConsents(this IServiceCollection services) =>
        services.TryAddSingleton(p => new ConsentDesk(p.Need<IUnitOfWork>(), p.Need<IConsentStore>(), p.Need<ISessionStore>()));

    public static void AddInMemoryConsents(this IServiceCollection services) => services.TryAddSingleton<IConsentStore, InMemoryConsentStore>();
}
