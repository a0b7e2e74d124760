using System.Security.Cryptography;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Transcription.Vault;

/// <summary>What every vault does, wherever its encrypted files lie.</summary>
internal sealed class VaultWork(IVaultFiles files, VaultKeyRing ring, IClock clock, Func<AudioLimits> limits)
{
    public async Task<IAudioWriter> CreateAsync(RecordingKey key, AudioFormat format, PcmLayout? layout, CancellationToken ct)
    {
        Check(key);
        ArgumentNullException.ThrowIfNull(format);
        if (layout is { IsValid: false }) throw new ArgumentException("Samples of 1 to 3 bytes in 1 to 8 channels are made smaller.", nameof(layout));
        var held = Lock(key);
        IVaultFile? file = null;
        try
        {
            ThrowIfErased(key);
            using (var there = files.OpenToRead(key))
            {
                // A header that was never finished protects nothing.
                if (there?.Length >= VaultHeader.Bytes) throw new TranscriptionException(TranscriptionRules.RecordingExists, ("recording", key.Recording));
            }

            file = files.OpenToWrite(key, create: true);
            var header = VaultHeader.Create(key, format, layout, clock.GetCurrentInstant());
            var own = RandomNumberGenerator.GetBytes(VaultKeyRing.KeyBytes);
            var slot = KeySlot.Wrap(header, own, ring.ActiveId, ring.Find(ring.ActiveId)!);
            await WriteAsync(file, key, [.. header.Identity, .. slot, .. new byte[VaultHeader.SectorBytes]], ct).ConfigureAwait(false);
            file.Flush();
            var cipher = new ChunkCipher(header, VaultKeys.Payload(header, own, header.Salt, 0));
            return new VaultWriter(file, held, new(header, own, ring.ActiveId), cipher, limits(), 0, 0, VaultHeader.Bytes);
        }
        catch
        {
            file?.Dispose();
            held.Dispose();
            throw;
        }
    }

    public async Task<IAudioWriter> ContinueAsync(RecordingKey key, CancellationToken ct)
    {
        Check(key);
        var held = Lock(key);
        IVaultFile? file = null;
        try
        {
            ThrowIfErased(key);
            using (var there = files.OpenToRead(key)) _ = there ?? throw Unknown(key);
            file = files.OpenToWrite(key, create: false);
            var opened = OpenedHeader.Read(file, key, ring) ?? throw Unknown(key);
            using var index = VaultIndex.Read(file, opened.Header, opened.Own);
            if (index.Sealed) throw new TranscriptionException(TranscriptionRules.RecordingSealed, ("recording", key.Recording));
            // Only what a lost process left half written goes; behind a damaged head may be hours.
            if (!index.IsTorn(file, opened.Header, opened.Own)) throw VaultIndex.Tampered(opened.Header, index.Chunks.Count);
            file.SetLength(index.End);
            var record = ResumeRecord.Create(opened.Header, opened.Own, index.Stretches + 1, index.NextCounter);
            await WriteAsync(file, key, record, ct, index.End).ConfigureAwait(false);
            file.Flush();
            var cipher = new ChunkCipher(opened.Header, VaultKeys.Payload(opened.Header, opened.Own, ResumeRecord.Salt(record), index.Stretches + 1));
            return new VaultWriter(file, held, opened, cipher, limits(), index.Length, index.NextCounter, index.End + record.Length);
        }
        catch
        {
            file?.Dispose();
            held.Dispose();
            throw;
        }
    }

    public RecordedAudio Open(RecordingKey key)
    {
        Check(key);
        ThrowIfErased(key);
        var file = files.OpenToRead(key) ?? throw Unknown(key);
        try
        {
            var opened = OpenedHeader.Read(file, key, ring) ?? throw Unknown(key);
            return new(file, opened, VaultIndex.Read(file, opened.Header, opened.Own));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public RecordingStatus? Find(RecordingKey key)
    {
        Check(key);
        if (files.ReadProof(key) is not null) return RecordingStatus.Erased;
        using var file = files.OpenToRead(key);
        if (file is null || OpenedHeader.Read(file, key, ring) is not { } opened) return null;
        using var index = VaultIndex.Read(file, opened.Header, opened.Own);
        return index.Sealed ? RecordingStatus.Sealed : RecordingStatus.Open;
    }

    public bool IsCurrent(RecordingKey key)
    {
        Check(key);
        using var file = files.OpenToRead(key);
        // What was never finished or is being erased has no key that could be wrapped anew.
        return file is null || Slots(file).TrueForAll(s => !KeySlot.IsUsed(s) || KeySlot.KeyId(s) == ring.ActiveId);
    }

    public async Task<bool> RewrapAsync(RecordingKey key, CancellationToken ct)
    {
        Check(key);
        using var held = Lock(key);
        ThrowIfErased(key);
        using (var there = files.OpenToRead(key)) _ = there ?? throw Unknown(key);
        using var file = files.OpenToWrite(key, create: false);
        var opened = OpenedHeader.Read(file, key, ring) ?? throw Unknown(key);
        var slots = Slots(file);
        var already = slots.FindIndex(s => !KeySlot.IsBlank(s) && KeySlot.KeyId(s) == ring.ActiveId);
        if (already < 0)
        {
            var blank = slots.FindIndex(s => KeySlot.IsBlank(s));
            already = blank < 0 ? slots.FindIndex(s => KeySlot.KeyId(s) != opened.KeyId) : blank;
            var slot = KeySlot.Wrap(opened.Header, opened.Own, ring.ActiveId, ring.Find(ring.ActiveId)!);
            await WriteAsync(file, key, slot, ct, OpenedHeader.Places[already]).ConfigureAwait(false);
            file.Flush();
        }
        else if (KeySlot.IsBlank(slots[1 - already]))
        {
            return false;
        }

        // Only now that the new one is safe does the old one go.
        await WriteAsync(file, key, new byte[VaultHeader.SectorBytes], ct, OpenedHeader.Places[1 - already]).ConfigureAwait(false);
        file.Flush();
        return true;
    }

    public async Task DiscardAsync(RecordingKey key, CancellationToken ct)
    {
        Check(key);
        using var held = Lock(key);
        ThrowIfErased(key);
        using (var there = files.OpenToRead(key))
        {
            if (there is null) return;
            if (IsSealed(there, key)) throw new TranscriptionException(TranscriptionRules.RecordingSealed, ("recording", key.Recording));
        }

        using (var file = files.OpenToWrite(key, create: false)) await DestroyAsync(file, key, Slots(file), ct).ConfigureAwait(false);
        files.Delete(key);
    }

    public async Task<ErasureProof> EraseAsync(RecordingKey key, CancellationToken ct)
    {
        Check(key);
        using var held = Lock(key);
        if (files.ReadProof(key) is { } known)
        {
            // A process may have been lost after the proof and before the bytes went.
            files.Delete(key);
            return Proof(known);
        }

        using (var there = files.OpenToRead(key)) _ = there ?? throw Unknown(key);
        ErasureProof proof;
        using (var file = files.OpenToWrite(key, create: false))
        {
            var identity = new byte[VaultHeader.SectorBytes];
            if (file.Length < VaultHeader.Bytes || file.Read(identity, 0) < identity.Length) throw Unknown(key);
            var slots = Slots(file);
            await DestroyAsync(file, key, slots, ct).ConfigureAwait(false);
            var keyId = slots.Where(s => !KeySlot.IsBlank(s)).Select(s => KeySlot.KeyId(s)).FirstOrDefault("");
            proof = new(key, clock.GetCurrentInstant(), keyId, file.Length, Convert.ToHexStringLower(SHA256.HashData(identity)));
        }

        files.WriteProof(key, JsonSerializer.SerializeToUtf8Bytes(proof, ClinicJson.Options));
        files.Delete(key);
        return proof;
    }

    private static async Task DestroyAsync(IVaultFile file, RecordingKey key, List<byte[]> slots, CancellationToken ct)
    {
        for (var i = 0; i < slots.Count; i++)
        {
            if (!KeySlot.IsBlank(slots[i])) await WriteAsync(file, key, KeySlot.Destroy(slots[i]), ct, OpenedHeader.Places[i]).ConfigureAwait(false);
        }

        file.Flush();
    }

    // What is damaged was never ended, and what lost its key to a discarding that a crash cut short neither.
    private bool IsSealed(IVaultFile file, RecordingKey key)
    {
        try
        {
            if (OpenedHeader.Read(file, key, ring) is not { } opened) return false;
            using var index = VaultIndex.Read(file, opened.Header, opened.Own);
            return index.Sealed;
        }
        catch (TranscriptionException e) when (e.Code is TranscriptionRules.RecordingTampered or TranscriptionRules.RecordingErased)
        {
            return false;
        }
    }

    private static void Check(RecordingKey key)
    {
        if (key.Tenant == default || key.Recording == default) throw new ArgumentException("A recording needs its clinic and its id.", nameof(key));
    }

    private static ErasureProof Proof(byte[] bytes) =>
        JsonSerializer.Deserialize<ErasureProof>(bytes, ClinicJson.Options) ?? throw new InvalidDataException("An erasure proof that cannot be read.");

    private static List<byte[]> Slots(IVaultFile file)
    {
        var slots = new List<byte[]>();
        foreach (var place in OpenedHeader.Places)
        {
            var slot = new byte[VaultHeader.SectorBytes];
            _ = file.Read(slot, place);
            slots.Add(slot);
        }

        return slots;
    }

    private static async ValueTask WriteAsync(IVaultFile file, RecordingKey key, byte[] bytes, CancellationToken ct, long at = 0)
    {
        try
        {
            await file.WriteAsync(bytes, at, ct).ConfigureAwait(false);
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw new TranscriptionException(TranscriptionRules.VaultFull, ("written", 0), ("recording", key.Recording));
        }
    }

    private static TranscriptionException Unknown(RecordingKey key) => new(TranscriptionRules.RecordingUnknown, ("recording", key.Recording));

    private IDisposable Lock(RecordingKey key) =>
        files.TryLock(key) ?? throw new TranscriptionException(TranscriptionRules.RecordingBusy, ("recording", key.Recording));

    private void ThrowIfErased(RecordingKey key)
    {
        if (files.ReadProof(key) is { } proof)
            throw new TranscriptionException(TranscriptionRules.RecordingErased, ("recording", key.Recording), ("at", InstantPattern.ExtendedIso.Format(Proof(proof).ErasedAt)));
    }
}
