using Clinic.Abstractions;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Vault;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The vault in memory, where the app chose no folder, and the change of keys of whichever it is.</summary>
internal static class VaultServices
{
    public static void AddKeyRotation(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new KeyRotation(p.Need<IUnitOfWork>(), p.GetRequiredService<TextKeys>(), p.GetService<IAudioVault>, p.Need<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, KeyRotation>(p => p.GetRequiredService<KeyRotation>()));
    }

    public static void AddInMemoryVault(this IServiceCollection services) =>
        services.TryAddSingleton<IAudioVault>(p => new InMemoryAudioVault(new VaultOptions(), VaultKeyRing.Random(), p.GetRequiredService<IClock>()));
}
