using System.Collections.Concurrent;
using Clinic.Abstractions;

namespace Clinic.Transcription.Vault;

/// <summary>Encrypted recordings in memory; the same bytes as on a disk.</summary>
internal sealed class MemoryVaultFiles : IVaultFiles
{
    private readonly ConcurrentDictionary<RecordingKey, MemoryVaultFile> files = new();
    private readonly ConcurrentDictionary<RecordingKey, byte[]> proofs = new();
    private readonly ConcurrentDictionary<RecordingKey, Held> locks = new();

    public IDisposable? TryLock(RecordingKey key)
    {
        var held = new Held(this, key);
        return locks.TryAdd(key, held) ? held : null;
    }

    public IVaultFile? OpenToRead(RecordingKey key) => files.GetValueOrDefault(key);

    public IVaultFile OpenToWrite(RecordingKey key, bool create) => create ? files.GetOrAdd(key, _ => new()) : files[key];

    public byte[]? ReadProof(RecordingKey key) => proofs.GetValueOrDefault(key);

    public void WriteProof(RecordingKey key, byte[] proof) => proofs[key] = proof;

    public void Delete(RecordingKey key) => files.TryRemove(key, out _);

    public IReadOnlyList<RecordingKey> List(TenantId tenant) =>
        [.. files.Keys.Where(k => k.Tenant == tenant).OrderBy(k => k.Recording.ToString(), StringComparer.Ordinal)];

    private sealed class Held(MemoryVaultFiles of, RecordingKey key) : IDisposable
    {
        public void Dispose() => of.locks.TryRemove(new(key, this));
    }
}
