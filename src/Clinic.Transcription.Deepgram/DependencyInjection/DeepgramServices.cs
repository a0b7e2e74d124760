using Clinic.Transcription.Deepgram;
using Clinic.Transcription.Deepgram.Batch;
using Clinic.Transcription.Deepgram.Live;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets Deepgram listen, to whole recordings and live.</summary>
public static class DeepgramServices
{
    /// <summary>Registers both adapters where a key is configured; without one nothing is registered and nothing leaves the clinic.</summary>
    /// <param name="builder">The transcription of the app.</param>
    /// <param name="configure">Fills the options, such as <c>o => configuration.Bind("Deepgram", o)</c>; it may run more than once.</param>
    public static TranscriptionBuilder AddDeepgram(this TranscriptionBuilder builder, Action<DeepgramOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var asked = new DeepgramOptions();
        configure(asked);
        if (string.IsNullOrWhiteSpace(asked.ApiKey)) return builder;
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<DeepgramOptions>().Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeepgramOptions>, DeepgramOptionsValidator>());
        // One client for the life of the app: its connections are renewed, so that addresses may change.
        services.TryAddSingleton(p => new DeepgramHttp());
        services.TryAddSingleton(p => new DeepgramBatchTranscriber(
            p.GetRequiredService<DeepgramHttp>().Client, Options(p), p.GetRequiredService<IClock>(), Logger(p), (d, ct) => Task.Delay(d.ToTimeSpan(), ct)));
        services.TryAddSingleton<IBatchTranscriber>(p => p.GetRequiredService<DeepgramBatchTranscriber>());
        services.TryAddSingleton<ILiveTranscriber>(p => new DeepgramLiveTranscriber(Options(p), p.GetRequiredService<IClock>(), Logger(p)));
        return builder;
    }

    private static DeepgramOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DeepgramOptions>>().Value;

    private static ILogger Logger(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger("Clinic.Transcription.Deepgram") ?? NullLogger.Instance;
}
