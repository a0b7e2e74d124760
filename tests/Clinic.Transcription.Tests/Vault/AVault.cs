using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Vault;
using NodaTime;

namespace Clinic.Transcription.Tests.Vault;

/// <summary>A vault with one recording in it, and its bytes laid open.</summary>
internal sealed class AVault
{
    public static readonly AudioFormat Pcm = new("audio/wav", "linear16", 16_000);

    public static readonly PcmLayout Layout = new(2, 1);

    public AVault(VaultOptions? options = null, VaultKeyRing? ring = null)
    {
        Ring = ring ?? Keys("one", "one", "two");
        Vault = new InMemoryAudioVault(Files, options ?? new VaultOptions(), Ring, Clock);
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 22, 9, 0));

    public MemoryVaultFiles Files { get; } = new();

    public VaultKeyRing Ring { get; }

    public IAudioVault Vault { get; }

    public RecordingKey Key { get; } = NewKey();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static RecordingKey NewKey() => new(new TenantId(Guid.CreateVersion7()), new RecordingId(Guid.CreateVersion7()));

    public static VaultKeyRing Keys(string active, params string[] ids) =>
        new(active, ids.ToDictionary(i => i, i => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(i))));

    public async Task<AudioSeal> RecordAsync(byte[] audio, int step = 3_200, PcmLayout? layout = null, RecordingKey? key = null)
    {
        await using var writer = await Vault.CreateAsync(key ?? Key, Pcm, layout, Ct);
        for (var at = 0; at < audio.Length; at += step) await writer.AppendAsync(at, audio.AsMemory(at, Math.Min(step, audio.Length - at)), Ct);
        return await writer.CompleteAsync(Ct);
    }

    /// <summary>All that can be read, and whether it says that it is all.</summary>
    public async Task<(byte[] Audio, bool Truncated)> ReadAsync(RecordingKey? key = null)
    {
        using var audio = await Vault.OpenAsync(key ?? Key, Ct);
        using var stream = audio.OpenStream();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        return (copy.ToArray(), audio.Truncated);
    }

    public byte[] Bytes(RecordingKey? key = null)
    {
        var file = Files.OpenToRead(key ?? Key)!;
        var bytes = new byte[file.Length];
        file.Read(bytes, 0);
        return bytes;
    }

    public void Replace(byte[] bytes, RecordingKey? key = null)
    {
        Files.Delete(key ?? Key);
        var file = Files.OpenToWrite(key ?? Key, create: true);
        file.WriteAsync(bytes, 0, Ct).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>What somebody sees who opens these bytes: a refusal, or a genuine beginning that says whether it is all.</summary>
    public async Task<(byte[] Audio, bool Truncated)?> TryReadAsync(byte[] bytes, RecordingKey? key = null)
    {
        Replace(bytes, key);
        try
        {
            return await ReadAsync(key);
        }
        catch (TranscriptionException e) when (e.Code is TranscriptionRules.RecordingTampered or TranscriptionRules.RecordingUnknown or TranscriptionRules.VaultKeyMissing or TranscriptionRules.RecordingErased)
        {
            return null;
        }
    }
}
