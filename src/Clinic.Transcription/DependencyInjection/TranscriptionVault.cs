using Clinic.Transcription.Retention;
using Clinic.Transcription.Vault;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps recordings encrypted in a folder.</summary>
public static class TranscriptionVault
{
    /// <summary>Registers the vault of a folder; the keys stay with the app, apart from the recordings.</summary>
    public static TranscriptionBuilder UseFileVault(this TranscriptionBuilder builder, VaultKeyRing ring, Action<VaultOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(ring);
        return builder.UseFileVault(_ => ring, configure);
    }

    /// <summary>Registers the vault of a folder; the keys are asked for when a recording first needs them.</summary>
    public static TranscriptionBuilder UseFileVault(this TranscriptionBuilder builder, Func<IServiceProvider, VaultKeyRing> ring, Action<VaultOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<VaultOptions>().Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VaultOptions>, VaultOptionsValidator>());
        services.AddSingleton(ring);
        services.Replace(ServiceDescriptor.Singleton<IAudioVault>(p =>
            new FileAudioVault(p.GetRequiredService<IOptions<VaultOptions>>().Value, p.GetRequiredService<VaultKeyRing>(), p.GetRequiredService<IClock>())));
        // Beside the vault, so that no backup of the database takes it along.
        services.TryAddSingleton<IErasureLedger>(p => new FileErasureLedger(Path.Combine(p.GetRequiredService<IOptions<VaultOptions>>().Value.Folder, "erasures")));
        return builder;
    }
}
