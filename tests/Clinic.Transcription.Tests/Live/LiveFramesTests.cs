using Clinic.Transcription.Audio;
using Clinic.Transcription.Live;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Transcription.Tests.Live;

/// <summary>However audio comes, the engine gets each whole sample once and in order, in frames that it takes.</summary>
public class LiveFramesTests
{
    private static readonly (int FrameBytes, int Rate)[] Layouts = [(2, 16_000), (2, 8_000), (4, 16_000), (1, 8_000), (6, 48_000), (4, 44_100)];

    [Fact]
    public void Every_cut_of_a_recording_gives_the_same_audio() => Prop.ForAll(
        Cuts().ToArbitrary(),
        cut => GivenAsync(cut).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static Gen<Cut> Cuts() =>
        from layout in Gen.Elements(Layouts)
        from length in Gen.Choose(0, 40_000)
        from start in Gen.Choose(0, 5_000)
        from pieces in Gen.ListOf(Gen.Choose(1, 9_000), 12)
        from again in Gen.ListOf(Gen.Choose(0, 9), 12)
        select new Cut(layout.FrameBytes, layout.Rate, length, Math.Min(start, length), [.. pieces], [.. again]);

    private static async Task<bool> GivenAsync(Cut cut)
    {
        var sound = new byte[cut.Length];
        for (var i = 0; i < sound.Length; i++) sound[i] = (byte)((i * 31) ^ (i >> 8));
        var engine = new FakeLive();
        var heard = await engine.OpenAsync(new("audio/raw", "linear16", cut.Rate), new("es"), null, CancellationToken.None);
        var replay = new Replay(sound, cut);
        var frames = new LiveFrames(new LiveEngine(engine, new AudioFormat("audio/raw", "linear16", cut.Rate), cut.FrameBytes, cut.Rate, "es", replay), cut.Start);
        var at = cut.Start;
        for (var i = 0; i < cut.Pieces.Length && at < sound.Length; i++)
        {
            var size = Math.Min(cut.Pieces[i], sound.Length - at);
            // Some pieces come twice, some overlap, some are left to the recording.
            var from = cut.Again[i] == 1 ? Math.Max(cut.Start, at - (size / 2)) : at;
            if (cut.Again[i] != 0) await frames.GiveAsync(heard, new(LivePieceKind.Audio, from, sound.AsMemory(from, at + size - from)), CancellationToken.None);
            if (cut.Again[i] == 2) await frames.GiveAsync(heard, new(LivePieceKind.Audio, at, sound.AsMemory(at, size)), CancellationToken.None);
            at += size;
        }

        await frames.GiveRestAsync(heard, CancellationToken.None);
        var first = (cut.Start + cut.FrameBytes - 1) / cut.FrameBytes * cut.FrameBytes;
        var whole = Math.Max(0, (sound.Length - first) / cut.FrameBytes * cut.FrameBytes);
        var got = engine.Heard;
        // A rest below 20 ms is no frame; it is heard in the whole recording.
        return got.Length <= whole && whole - got.Length < cut.Rate / 50 * cut.FrameBytes
            && got.Length % cut.FrameBytes == 0
            && got.AsSpan().SequenceEqual(sound.AsSpan(Math.Min(first, sound.Length), got.Length))
            && engine.LongestFrame <= Math.Max(cut.FrameBytes, cut.Rate / 10 * cut.FrameBytes);
    }

    internal sealed record Cut(int FrameBytes, int Rate, int Length, int Start, int[] Pieces, int[] Again);

    private sealed class Replay(byte[] sound, Cut cut) : IAudioReplay
    {
        public ValueTask<Stream> OpenFromAsync(Duration from, CancellationToken cancellationToken)
        {
            var at = (long)((Int128)from.ToInt64Nanoseconds() * cut.Rate / 1_000_000_000) * cut.FrameBytes;
            return new(new MemoryStream(sound, (int)Math.Min(at, sound.Length), (int)Math.Max(0, sound.Length - at)));
        }
    }
}
