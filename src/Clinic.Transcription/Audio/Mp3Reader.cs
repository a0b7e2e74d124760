using System.Buffers.Binary;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>Walks the frames of an MP3 file and adds up their samples.</summary>
internal static class Mp3Reader
{
    public static async ValueTask<AudioFinding> ReadAsync(AudioSource source, CancellationToken ct)
    {
        var found = new AudioFinding { Encoding = "mp3" };
        await SkipTagAsync(source, ct).ConfigureAwait(false);
        long samples = 0;
        while (true)
        {
            var head = await source.PeekAsync(4, ct).ConfigureAwait(false);
            if (head.Length < 4) break;
            if (Mp3Frame.Read(BinaryPrimitives.ReadUInt32BigEndian(head.Span)) is not { } frame)
            {
                if (samples == 0) return found.Unreadable("MPEG frame");
                // A tag at the end or something foreign: what was heard so far is what there is.
                found.Truncated = !head.Span.StartsWith("TAG"u8) && !head.Span.StartsWith("APET"u8);
                await source.SkipAsync(long.MaxValue, ct).ConfigureAwait(false);
                break;
            }

            (found.SampleRate, found.Channels) = (frame.SampleRate, frame.Channels);
            samples += frame.Samples;
            source.Hear(Length(samples, frame.SampleRate));
            if (await source.SkipAsync(frame.Bytes, ct).ConfigureAwait(false) < frame.Bytes) found.Truncated = true;
        }

        found.HasAudio = samples > 0;
        if (found.SampleRate is { } rate) found.Duration = Length(samples, rate);
        return samples == 0 ? found.Unreadable("MPEG frame") : found;
    }

    private static async ValueTask SkipTagAsync(AudioSource source, CancellationToken ct)
    {
        var tag = await source.PeekAsync(10, ct).ConfigureAwait(false);
        if (tag.Length == 10 && tag.Span.StartsWith("ID3"u8)) await source.SkipAsync(Mp3Frame.TagBytes(tag.Span), ct).ConfigureAwait(false);
    }

    private static Duration Length(long samples, int rate) => Duration.FromNanoseconds((long)((Int128)samples * 1_000_000_000 / rate));
}
