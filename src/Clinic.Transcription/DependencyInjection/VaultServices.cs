using Clinic.Transcription.Vault;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The vault in memory, where the app chose no folder.</summary>
internal static class VaultServices
{
    public static void AddInMemoryVault(this IServiceCollection services) =>
        services.TryAddSingleton<IAudioVault>(p => new InMemoryAudioVault(new VaultOptions(), VaultKeyRing.Random(), p.GetRequiredService<IClock>()));
}
