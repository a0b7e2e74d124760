using Clinic.Abstractions;
using Clinic.Transcription.Vault;

namespace Clinic.Benchmarks.Transcription;

/// <summary>A medium that takes what is written and keeps nothing, so that neither a disk nor the garbage collector is measured.</summary>
internal sealed class ForgetfulFiles : IVaultFiles
{
    public IDisposable? TryLock(RecordingKey key) => new ForgetfulFile();

    public IVaultFile? OpenToRead(RecordingKey key) => null;

    public IVaultFile OpenToWrite(RecordingKey key, bool create) => new ForgetfulFile();

    public byte[]? ReadProof(RecordingKey key) => null;

    public void WriteProof(RecordingKey key, byte[] proof)
    {
    }

    public void Delete(RecordingKey key)
    {
    }

    public IReadOnlyList<RecordingKey> List(TenantId tenant) => [];

    private sealed class ForgetfulFile : IVaultFile
    {
        public long Length { get; private set; }

        public int Read(Span<byte> target, long offset) => 0;

        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, long offset, CancellationToken ct)
        {
            Length = offset + bytes.Length;
            return ValueTask.CompletedTask;
        }

        public void SetLength(long length) => Length = length;

        public void Flush()
        {
        }

        public void Dispose()
        {
        }
    }
}
