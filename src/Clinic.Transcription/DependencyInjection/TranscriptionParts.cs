using Clinic.Transcription;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the registrations of all parts share.</summary>
internal static class TranscriptionParts
{
    public static TranscriptionOptions TranscriptionOptions(this IServiceProvider provider) => provider.GetRequiredService<IOptions<TranscriptionOptions>>().Value;

    public static T Need<T>(this IServiceProvider provider)
        where T : notnull =>
        provider.GetService<T>() ?? throw new InvalidOperationException(
            $"Transcription needs {typeof(T).Name} and nobody registered it; choose a storage such as UseInMemory() or UseTurso().");
}
