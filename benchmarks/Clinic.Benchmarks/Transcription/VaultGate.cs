using System.Buffers.Binary;
using System.Security.Cryptography;
using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Vault;
using NodaTime;

namespace Clinic.Benchmarks.Transcription;

/// <summary>Gathering frames and sealing them costs at most a third more than encrypting the same bytes by hand, and allocates per recording, not per chunk.</summary>
public sealed class VaultGate : IGate
{
    private const double LimitOfRatio = 1.3;
    private const double LimitOfBytesPerChunk = 64;
    private const int ChunkBytes = 64 * 1024;
    private const int FrameBytes = 3_200;
    private const int Chunks = 320;
    // Until the loop of a frame is compiled for good; before that the compiler is measured.
    private const int WarmUps = 200;
    private const int Rounds = 40;

    private static readonly byte[] Audio = RandomNumberGenerator.GetBytes(Chunks * ChunkBytes);
    private static readonly AudioFormat Format = new("audio/wav", "linear16", 16_000);

    private readonly byte[] kept = new byte[ChunkBytes + 16];

    public string Name => "vault";

    public IReadOnlyList<GateFigure> Run()
    {
        var medians = Interleaved.MediansAsync(WarmUps, Rounds, Record, ByHand).GetAwaiter().GetResult();
        Console.WriteLine(FormattableString.Invariant($"vault: {Audio.Length / medians[0]:0} MB/s in frames of 100 ms; AES-256-GCM by hand {Audio.Length / medians[1]:0} MB/s"));
        return
        [
            new("p50 of a recording in frames of 100 ms / AES-256-GCM of its chunks by hand", medians[0] / medians[1], LimitOfRatio),
            new("bytes for each chunk beyond the recording's own buffer", BytesPerChunk(), LimitOfBytesPerChunk),
        ];
    }

    private static InMemoryAudioVault Vault() => new(new ForgetfulFiles(), new VaultOptions(), VaultKeyRing.Random(), SystemClock.Instance);

    private static RecordingKey Key() => new(new TenantId(Guid.CreateVersion7()), new RecordingId(Guid.CreateVersion7()));

    private static async Task Record()
    {
        await using var writer = await Vault().CreateAsync(Key(), Format, null, CancellationToken.None);
        for (var at = 0; at < Audio.Length; at += FrameBytes) await writer.AppendAsync(at, Audio.AsMemory(at, Math.Min(FrameBytes, Audio.Length - at)), CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
    }

    // The least that can be done: each chunk encrypted once, from where it is to where it would be written from.
    private Task ByHand()
    {
        using var aes = new AesGcm(RandomNumberGenerator.GetBytes(32), 16);
        Span<byte> nonce = stackalloc byte[12];
        for (var i = 0; i < Chunks; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(nonce[7..], i);
            aes.Encrypt(nonce, Audio.AsSpan(i * ChunkBytes, ChunkBytes), kept.AsSpan(0, ChunkBytes), kept.AsSpan(ChunkBytes));
        }

        return Task.CompletedTask;
    }

    // What the second half of a recording allocates, into a folder so that the memory of a vault in memory is not counted.
    private static double BytesPerChunk()
    {
        var folder = Directory.CreateTempSubdirectory("clinic-vault-gate");
        try
        {
            var vault = new FileAudioVault(new VaultOptions { Folder = folder.FullName, WriteThrough = false }, VaultKeyRing.Random(), SystemClock.Instance);
            var writer = vault.CreateAsync(Key(), Format, new PcmLayout(2, 1), CancellationToken.None).GetAwaiter().GetResult();
            Append(writer, 0, Audio.Length / 2);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Append(writer, Audio.Length / 2, Audio.Length);
            var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return bytes / (Chunks / 2.0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Append(IAudioWriter writer, int from, int to)
    {
        for (var at = from; at < to; at += FrameBytes)
        {
            var pending = writer.AppendAsync(at, Audio.AsMemory(at, Math.Min(FrameBytes, to - at)), CancellationToken.None);
            while (!pending.IsCompleted) Thread.Yield();
            pending.GetAwaiter().GetResult();
        }
    }
}
