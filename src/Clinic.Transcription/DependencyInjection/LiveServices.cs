using Clinic.Transcription.Live;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Vault;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

internal static class LiveServices
{
    // A singleton, as whoever listens and whoever records meet in it.
    public static void AddLive(this IServiceCollection services) => services.TryAddSingleton(p => new LiveSessions(
        p.Need<ISessionStore>(), p.GetService<IAudioVault>, p.GetServices<ILiveTranscriber>(), p.TranscriptionOptions(), p.Need<IClock>()));
}
