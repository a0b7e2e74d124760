using Clinic.Transcription.Audio;
using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Transcription.Tests.Audio;

public class PcmBlocksTests(ITestOutputHelper output)
{
    private readonly PcmBlocks blocks = new();

    [Fact]
    public void Whatever_the_bytes_they_come_back_the_same() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            Gen.Choose(0, 2399).ToArbitrary(),
            (bytes, form) => Same(bytes, new PcmLayout(1 + (form % 3), 1 + (form / 3 % 8), form / 24), form % 7)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(2, 6)]
    public void Speech_silence_noise_and_extremes_come_back_the_same_at_every_offset(int width, int channels)
    {
        foreach (var kind in (string[])["speech", "silence", "noise", "extremes", "ramp"])
        {
            var bytes = Voice.Pcm(kind, 65_536, width, channels);
            for (var offset = 0; offset < 13; offset++)
            {
                foreach (var cut in (int[])[0, 1, 2, 65_000, 65_535]) Assert.True(Same(bytes.AsSpan(0, bytes.Length - cut), new(width, channels, 44), offset * 17));
            }
        }
    }

    [Fact]
    public void A_block_is_at_most_a_byte_longer()
    {
        var noise = Voice.Pcm("noise", 65_536, 2, 1);
        var target = new byte[PcmBlocks.LargestBlock + 1];

        Assert.Equal(noise.Length + 1, blocks.Pack(noise, new(2, 1), 0, target));
        Assert.Equal(1, blocks.Pack([], new(2, 1), 0, target));
        Assert.Equal(noise.Length + 1, blocks.Pack(noise, null, 0, target));
    }

    [Fact]
    public void Speech_and_silence_become_smaller()
    {
        var target = new byte[PcmBlocks.LargestBlock + 1];
        foreach (var (kind, most) in ((string, double)[])[("speech", 0.75), ("silence", 0.01)])
        {
            var bytes = Voice.Pcm(kind, 65_536, 2, 1);
            var ratio = (double)blocks.Pack(bytes, new(2, 1), 0, target) / bytes.Length;
            using var general = new MemoryStream();
            using (var brotli = new System.IO.Compression.BrotliStream(general, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(bytes);
            output.WriteLine(FormattableString.Invariant($"{kind}: {ratio:0.000} of its bytes; Brotli alone {(double)general.Length / bytes.Length:0.000}"));
            Assert.True(ratio <= most, $"{kind} {ratio}");
        }
    }

    [Fact]
    public void A_block_that_was_changed_gives_other_bytes_or_is_refused_and_never_breaks()
    {
        var bytes = Voice.Pcm("speech", 4_000, 2, 2);
        var packed = new byte[PcmBlocks.LargestBlock + 1];
        var length = blocks.Pack(bytes, new(2, 2), 0, packed);
        var random = new Random(99);
        for (var i = 0; i < 2_000; i++)
        {
            var copy = packed[..length];
            copy[random.Next(Math.Min(40, length))] ^= (byte)(1 << random.Next(8));
            try
            {
                blocks.Unpack(copy.AsSpan(0, random.Next(length)), new byte[bytes.Length]);
            }
            catch (InvalidDataException)
            {
                // Said so.
            }
        }
    }

    private bool Same(ReadOnlySpan<byte> bytes, PcmLayout layout, long offset)
    {
        var packed = new byte[PcmBlocks.LargestBlock + 1];
        var length = blocks.Pack(bytes, layout, offset, packed);
        var back = new byte[bytes.Length];
        blocks.Unpack(packed.AsSpan(0, length), back);
        return length <= bytes.Length + 1 && back.AsSpan().SequenceEqual(bytes);
    }
}
