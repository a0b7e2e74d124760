namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the data of transcription in memory, for tests and demonstrations.</summary>
public static class TranscriptionInMemory
{
    /// <summary>Registers its stores and the core ones; one memory with the other domains.</summary>
    /// <remarks>Calling twice is safe; what the app registered before stays.</remarks>
    public static TranscriptionBuilder UseInMemory(this TranscriptionBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicInMemory();
        services.AddInMemoryConsents();
        services.AddInMemorySessions();
        services.AddInMemorySearch();
        services.AddInMemoryRetention();
        services.AddInMemoryWork();
        services.AddInMemoryReports();
        services.AddInMemoryVault();
        services.AddInMemoryRecorders();
        return builder;
    }
}
