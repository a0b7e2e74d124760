using Clinic.Storage.Turso;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the data of transcription in the database.</summary>
public static class TranscriptionTurso
{
    /// <summary>Enables the tables of transcription and registers its stores and the core ones; one database with the other domains.</summary>
    /// <remarks>Calling twice is safe. Stores hold no state, so each is a singleton.</remarks>
    public static TranscriptionBuilder UseTurso(this TranscriptionBuilder builder, Action<TursoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicTurso(configure);
        return builder;
    }
}
