namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Goes on registering transcription: storage, providers and what joins other domains.</summary>
public sealed class TranscriptionBuilder
{
    internal TranscriptionBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }
}
