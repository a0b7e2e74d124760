using System.Security.Cryptography;
using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Vault;
using NodaTime;

namespace Clinic.Racer;

/// <summary>A recorder in a folder: frames of 100 ms whose bytes follow from their place, so that a test can check them.</summary>
public sealed class Recorder(string folder)
{
    public const int FrameBytes = 3_200;

    /// <summary>The one recording of a folder.</summary>
    public static readonly RecordingKey Key = new(TenantId.Parse("01900000-0000-7000-8000-000000000001"), RecordingId.Parse("01900000-0000-7000-8000-000000000002"));

    public IAudioVault Vault { get; } = new FileAudioVault(
        new VaultOptions { Folder = folder },
        new VaultKeyRing("test", new Dictionary<string, byte[]> { ["test"] = SHA256.HashData("a key of a test"u8) }),
        SystemClock.Instance);

    /// <summary>The bytes of the recording at a place.</summary>
    public static byte[] Audio(long offset, int count)
    {
        var audio = new byte[count];
        for (var i = 0; i < count; i++) audio[i] = (byte)(((offset + i) * 2_654_435_761L) >> 13);
        return audio;
    }

    /// <summary>Records for ever, saying after each frame how much was given and how much is written through.</summary>
    public async Task RecordAsync(Action<string> say)
    {
        await using var writer = await Vault.FindAsync(Key, default) is null
            ? await Vault.CreateAsync(Key, new AudioFormat("audio/wav", "linear16", 16_000), new PcmLayout(2, 1), default)
            : await Vault.ContinueAsync(Key, default);
        say($"begin {writer.Length} {writer.WrittenThrough}");
        while (true)
        {
            await writer.AppendAsync(writer.Length, Audio(writer.Length, FrameBytes), default);
            say($"given {writer.Length} {writer.WrittenThrough}");
        }
    }
}
