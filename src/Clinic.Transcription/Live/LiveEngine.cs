using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>An engine together with the recording that it shall hear.</summary>
internal sealed record LiveEngine(ILiveTranscriber Transcriber, AudioFormat Format, int FrameBytes, int SampleRate, string Language, IAudioReplay Replay)
{
    public int BytesPerSecond => FrameBytes * SampleRate;

    public Task<ILiveTranscription> OpenAsync(Duration start, CancellationToken ct) =>
        Transcriber.OpenAsync(Format, new SpeechRequest(Language), start == Duration.Zero ? Replay : new OffsetReplay(Replay, start), ct);

    /// <summary>The moment at which a whole frame begins; rounded up, so that reading there finds that frame.</summary>
    public Duration At(long bytes) => Duration.FromNanoseconds((long)((((Int128)(bytes / FrameBytes) * 1_000_000_000) + SampleRate - 1) / SampleRate));

    public override string ToString() => Transcriber.Name;
}
