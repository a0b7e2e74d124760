using System.Buffers;
using System.Security.Cryptography;

namespace Clinic.Transcription.Vault;

/// <summary>The chunks of a recording as far as they are whole, found by walking their heads.</summary>
internal sealed class VaultIndex : IDisposable
{
    private readonly List<ChunkPlace> chunks = [];
    private readonly List<ChunkCipher> ciphers = [];
    private bool noise;

    private VaultIndex()
    {
    }

    public IReadOnlyList<ChunkPlace> Chunks => chunks;

    /// <summary>The bytes of the audio that are safe.</summary>
    public long Length { get; private set; }

    /// <summary>Where the next record would be written.</summary>
    public long End { get; private set; } = VaultHeader.Bytes;

    /// <summary>Whether the last chunk says that it is the last.</summary>
    public bool Sealed => chunks.Count > 0 && chunks[^1].Head.Last;

    /// <summary>How often the recording was gone on with.</summary>
    public uint Stretches { get; private set; }

    public uint NextCounter => (uint)chunks.Count;

    public static VaultIndex Read(IVaultFile file, VaultHeader header, ReadOnlySpan<byte> own)
    {
        var index = new VaultIndex();
        try
        {
            index.ciphers.Add(new(header, VaultKeys.Payload(header, own, header.Salt, 0)));
            index.Walk(file, header, own);
            index.CheckEnd(file, header);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Whether what lies behind the last whole record, if anything, can only be one that was not finished.</summary>
    public bool IsTorn(IVaultFile file, VaultHeader header, ReadOnlySpan<byte> own)
    {
        var rest = file.Length - End;
        if (rest < ChunkCipher.HeadBytes) return true;
        if (rest > ChunkHead.LongestRecord) return false;
        var bytes = new byte[rest];
        if (file.Read(bytes, End) < bytes.Length) return false;
        if (ResumeRecord.IsResume(bytes) && rest > ResumeRecord.Bytes) return false;
        if (ChunkHead.Read(bytes) is { } head && rest > head.Record) return false;
        for (var at = 1; at + ChunkCipher.HeadBytes <= bytes.Length; at++)
        {
            if (IsGenuine(bytes.AsSpan(at), header, own)) return false;
        }

        return true;
    }

    public void Dispose() => ciphers.ForEach(c => c.Dispose());

    // The record after one that cannot be read: a chunk, or another place of going on.
    private bool IsGenuine(ReadOnlySpan<byte> rest, VaultHeader header, ReadOnlySpan<byte> own)
    {
        if (ResumeRecord.IsResume(rest) && rest.Length >= ResumeRecord.Bytes)
        {
            var record = rest[..ResumeRecord.Bytes];
            return ResumeRecord.IsGenuine(header, own, record, Stretches + 1, NextCounter + 1) || ResumeRecord.IsGenuine(header, own, record, Stretches + 2, NextCounter + 1);
        }

        if (ChunkHead.Read(rest) is not { } head || rest.Length < head.Record) return false;
        var copy = rest[..head.Record].ToArray();
        var genuine = ciphers[^1].TryOpen(copy, NextCounter + 1, head.Last);
        CryptographicOperations.ZeroMemory(copy);
        return genuine;
    }

    private void Walk(IVaultFile file, VaultHeader header, ReadOnlySpan<byte> own)
    {
        Span<byte> head = stackalloc byte[ChunkCipher.HeadBytes];
        var length = file.Length;
        while (!Sealed && End + head.Length <= length && file.Read(head, End) == head.Length)
        {
            if (ResumeRecord.IsResume(head))
            {
                if (!Resume(file, header, own)) break;
                continue;
            }

            if (ChunkHead.Read(head) is not { } chunk || End + chunk.Record > length) break;
            chunks.Add(new(End, Length, chunk, NextCounter, ciphers[^1]));
            End += chunk.Record;
            Length += chunk.Plain;
        }

        noise = End < length;
    }

    private bool Resume(IVaultFile file, VaultHeader header, ReadOnlySpan<byte> own)
    {
        Span<byte> record = stackalloc byte[ResumeRecord.Bytes];
        if (file.Read(record, End) < record.Length || !ResumeRecord.IsGenuine(header, own, record, Stretches + 1, NextCounter)) return false;
        Stretches++;
        End += record.Length;
        ciphers.Add(new(header, VaultKeys.Payload(header, own, ResumeRecord.Salt(record), Stretches)));
        return true;
    }

    // The end is opened at once: a last chunk that was torn by a lost machine is left out, a sealed one must be genuine.
    private void CheckEnd(IVaultFile file, VaultHeader header)
    {
        if (chunks.Count == 0) return;
        if (Sealed && noise) throw Tampered(header, chunks.Count);
        var last = chunks[^1];
        var record = ArrayPool<byte>.Shared.Rent(ChunkHead.LongestRecord);
        try
        {
            if (Open(file, last, record)) return;
            if (last.Head.Last) throw Tampered(header, chunks.Count - 1);
            chunks.RemoveAt(chunks.Count - 1);
            (End, Length) = (last.InFile, last.InAudio);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(record, clearArray: true);
        }
    }

    /// <summary>Reads and decrypts a record in place.</summary>
    public static bool Open(IVaultFile file, ChunkPlace chunk, byte[] record)
    {
        var bytes = record.AsSpan(0, chunk.Head.Record);
        return file.Read(bytes, chunk.InFile) == bytes.Length && ChunkHead.Read(bytes) == chunk.Head && chunk.Cipher.TryOpen(bytes, chunk.Counter, chunk.Head.Last);
    }

    public static TranscriptionException Tampered(VaultHeader header, long chunk) =>
        new(TranscriptionRules.RecordingTampered, ("recording", header.Key.Recording), ("chunk", chunk));
}
