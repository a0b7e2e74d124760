using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;

namespace Clinic.Transcription.Work;

/// <summary>Which engine may listen to a session, or what it waits for.</summary>
internal sealed class EngineChoice(IEnumerable<IBatchTranscriber> engines, SessionOptions options)
{
    private readonly IBatchTranscriber? engine =
        engines.FirstOrDefault(e => options.Engine is null || string.Equals(e.Name, options.Engine, StringComparison.Ordinal));

    public (IBatchTranscriber? Engine, EngineWait? Wait) For(TranscriptionSession session)
    {
        if (!session.Consent.Allows(ConsentScope.Transcribe)) return (null, EngineWait.NoConsent);
        if (engine is null) return (null, EngineWait.NoEngine);
        if (!engine.Capabilities.SendsOutside) return (engine, null);
        if (!session.Consent.Allows(ConsentScope.ExternalProvider)) return (null, EngineWait.NoConsentOutside);
        return options.AllowedRegions.Contains(engine.Capabilities.Region, StringComparer.OrdinalIgnoreCase) ? (engine, null) : (null, EngineWait.RegionNotAllowed);
    }
}
