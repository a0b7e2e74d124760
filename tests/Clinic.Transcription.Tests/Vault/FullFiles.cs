using Clinic.Abstractions;
using Clinic.Transcription.Vault;

namespace Clinic.Transcription.Tests.Vault;

/// <summary>A medium of limited room that says so as Linux does, after it wrote what fitted.</summary>
internal sealed class FullFiles : IVaultFiles
{
    private const int NoSpaceLeft = 28;

    private readonly MemoryVaultFiles inner = new();

    public long Room { get; set; }

    public IDisposable? TryLock(RecordingKey key) => inner.TryLock(key);

    public IVaultFile? OpenToRead(RecordingKey key) => inner.OpenToRead(key);

    public IVaultFile OpenToWrite(RecordingKey key, bool create) => new Full(this, inner.OpenToWrite(key, create));

    public byte[]? ReadProof(RecordingKey key) => inner.ReadProof(key);

    public void WriteProof(RecordingKey key, byte[] proof) => inner.WriteProof(key, proof);

    public void Delete(RecordingKey key) => inner.Delete(key);

    public IReadOnlyList<RecordingKey> List(TenantId tenant) => inner.List(tenant);

    private sealed class Full(FullFiles of, IVaultFile file) : IVaultFile
    {
        public long Length => file.Length;

        public int Read(Span<byte> target, long offset) => file.Read(target, offset);

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, long offset, CancellationToken ct)
        {
            var fits = (int)Math.Clamp(of.Room - offset, 0, bytes.Length);
            await file.WriteAsync(bytes[..fits], offset, ct);
            if (fits < bytes.Length) throw new IOException("No space left on device", NoSpaceLeft);
        }

        public void SetLength(long length) => file.SetLength(length);

        public void Flush() => file.Flush();

        public void Dispose() => file.Dispose();
    }
}
