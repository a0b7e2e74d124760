using Clinic.Abstractions;
using Clinic.Transcription;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers transcription: consent, sessions, transcripts, drafts, reports, search and retention.</summary>
public static class ClinicTranscriptionServices
{
    /// <summary>Adds the workflows; follow with <c>UseInMemory()</c> or <c>UseTurso()</c>.</summary>
    /// <remarks>Workflows hold no state, so each is a singleton. Calling twice is safe.</remarks>
    public static TranscriptionBuilder AddClinicTranscription(this IServiceCollection services, Action<TranscriptionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<TranscriptionOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TranscriptionOptions>, TranscriptionOptionsValidator>());
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
        services.AddConsents();
        services.AddReports();
        services.AddSessions();
        services.AddLive();
        services.AddSearch();
        services.AddRetention();
        services.AddWork();
        services.AddKeyRotation();
        services.AddRecorders();
        services.AddOfflineDrafter();
        return new TranscriptionBuilder(services);
    }
}
