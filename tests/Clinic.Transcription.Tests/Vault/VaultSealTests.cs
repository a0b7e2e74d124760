using Clinic.Transcription.Audio;
using Clinic.Transcription.Tests.Audio;
using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Transcription.Tests.Vault;

/// <summary>The laws of the format: what was given comes back, and nothing else ever passes for it.</summary>
public class VaultSealTests
{
    private static readonly int[] Records = [VaultHeaderBytes, VaultHeaderBytes + RecordBytes, VaultHeaderBytes + (2 * RecordBytes)];

    private const int VaultHeaderBytes = 3 * 512;
    private const int RecordBytes = 8 + 1 + 65_536 + 16;

    [Fact]
    public void What_was_given_comes_back_whatever_its_length_and_steps() =>
        Prop.ForAll(Gen.Choose(0, 200_000).ToArbitrary(), Gen.Choose(1, 80_000).ToArbitrary(), (length, step) =>
        {
            foreach (var layout in (PcmLayout?[])[null, AVault.Layout, new(3, 2, 44)])
            {
                var vault = new AVault();
                var audio = Voice.Pcm(length % 2 == 0 ? "speech" : "noise", length, 2, 1);
                var seal = vault.RecordAsync(audio, step, layout).GetAwaiter().GetResult();
                var (back, truncated) = vault.ReadAsync().GetAwaiter().GetResult();
                Assert.Equal(audio, back);
                Assert.False(truncated);
                Assert.Equal(length, seal.Bytes);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task A_changed_bit_anywhere_is_noticed()
    {
        var vault = new AVault();
        var audio = Voice.Pcm("noise", 150_000, 2, 1);
        await vault.RecordAsync(audio);
        var bytes = vault.Bytes();
        var random = new Random(3);
        // Every byte of the header and of the heads of chunks, and many of the rest.
        var places = Enumerable.Range(0, VaultHeaderBytes + 40).Concat(Records.SelectMany(r => Enumerable.Range(r, 10)))
            .Concat(Enumerable.Range(0, 300).Select(_ => random.Next(bytes.Length))).Concat(Enumerable.Range(bytes.Length - 20, 20));
        foreach (var place in places)
        {
            byte[] copy = [.. bytes];
            copy[place] ^= (byte)(1 << random.Next(8));
            Assert.False(Passes(await vault.TryReadAsync(copy), audio), $"byte {place}");
        }
    }

    [Fact]
    public void Cut_anywhere_the_beginning_is_genuine_and_says_that_it_is_not_all() =>
        Prop.ForAll(Gen.Choose(0, 180_000).ToArbitrary(), cut =>
        {
            var vault = new AVault();
            var audio = Voice.Pcm("speech", 160_000, 2, 1);
            vault.RecordAsync(audio).GetAwaiter().GetResult();
            var bytes = vault.Bytes();
            var read = vault.TryReadAsync(bytes[..Math.Min(cut, bytes.Length - 1)]).GetAwaiter().GetResult();
            if (read is not { } r) return cut < VaultHeaderBytes;
            return r.Truncated && audio.AsSpan().StartsWith(r.Audio) && r.Audio.Length % 65_536 == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task Chunks_in_another_order_twice_or_from_another_recording_are_refused()
    {
        var vault = new AVault();
        var (audio, other) = (Voice.Pcm("noise", 180_000, 2, 1), AVault.NewKey());
        await vault.RecordAsync(audio);
        await vault.RecordAsync(audio, key: other);
        byte[] mine = vault.Bytes(), theirs = vault.Bytes(other);
        var (first, second, rest) = (mine[Records[0]..Records[1]], mine[Records[1]..Records[2]], mine[Records[2]..]);
        byte[] header = mine[..VaultHeaderBytes];

        foreach (var forged in (byte[][])
        [
            [.. header, .. second, .. first, .. rest],
            [.. header, .. first, .. first, .. second, .. rest],
            [.. header, .. first, .. first, .. rest],
            [.. header, .. first, .. rest],
            [.. header, .. second, .. rest],
            [.. header, .. rest],
            [.. header, .. first, .. theirs[Records[1]..Records[2]], .. rest],
            [.. theirs[..VaultHeaderBytes], .. mine[VaultHeaderBytes..]],
            [.. mine[..512], .. theirs[512..VaultHeaderBytes], .. mine[VaultHeaderBytes..]],
            [.. mine, .. rest],
            [.. mine, 0],
            theirs,
        ])
        {
            Assert.False(Passes(await vault.TryReadAsync(forged), audio));
        }
    }

    [Fact]
    public async Task A_whole_recording_under_the_name_of_another_is_refused()
    {
        var (vault, other) = (new AVault(), AVault.NewKey());
        await vault.RecordAsync(new byte[1000]);
        vault.Replace(vault.Bytes(), other);

        var e = await Assert.ThrowsAsync<TranscriptionException>(() => vault.ReadAsync(other));

        Assert.Equal(TranscriptionRules.RecordingTampered, e.Code);
    }

    [Fact]
    public async Task Nothing_readable_is_in_the_bytes()
    {
        var vault = new AVault();
        var audio = Enumerable.Repeat("paciente"u8.ToArray(), 20_000).SelectMany(b => b).ToArray();
        await vault.RecordAsync(audio);

        Assert.Equal(-1, vault.Bytes().AsSpan().IndexOf("paciente"u8));
    }

    [Fact]
    public async Task Speech_takes_less_room_and_the_same_audio_never_gives_the_same_bytes()
    {
        var (vault, other) = (new AVault(), AVault.NewKey());
        var audio = Voice.Pcm("speech", 640_000, 2, 1);
        await vault.RecordAsync(audio, layout: AVault.Layout);
        await vault.RecordAsync(audio, layout: AVault.Layout, key: other);

        Assert.True(vault.Bytes().Length < audio.Length * 0.7);
        Assert.NotEqual(vault.Bytes()[VaultHeaderBytes..], vault.Bytes(other)[VaultHeaderBytes..]);
    }

    private static bool Passes((byte[] Audio, bool Truncated)? read, byte[] audio)
    {
        if (read is not { } r) return false;
        Assert.True(audio.AsSpan().StartsWith(r.Audio), "Other audio than was given.");
        return !r.Truncated;
    }
}
