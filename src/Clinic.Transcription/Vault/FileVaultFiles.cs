using Clinic.Abstractions;
using Microsoft.Win32.SafeHandles;

namespace Clinic.Transcription.Vault;

/// <summary>A folder per clinic; beside each recording a file for its lock, and after its erasure only its proof.</summary>
internal sealed class FileVaultFiles(string folder, bool writeThrough) : IVaultFiles
{
    private const string Audio = ".cta";
    private const string LockOf = ".lock";
    private const string Proof = ".erased";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private FileOptions Through => writeThrough ? FileOptions.WriteThrough : FileOptions.None;

    public IDisposable? TryLock(RecordingKey key)
    {
        Create(Path.GetDirectoryName(PathOf(key, LockOf))!);
        try
        {
            return new Held(File.OpenHandle(PathOf(key, LockOf), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), PathOf(key, LockOf), PathOf(key, Proof));
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && !DiskFull.Is(e))
        {
            return null;
        }
    }

    public IVaultFile? OpenToRead(RecordingKey key) =>
        File.Exists(PathOf(key, Audio)) ? new HandleFile(File.OpenHandle(PathOf(key, Audio), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)) : null;

    public IVaultFile OpenToWrite(RecordingKey key, bool create) =>
        new HandleFile(File.OpenHandle(PathOf(key, Audio), create ? FileMode.OpenOrCreate : FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, Through));

    public byte[]? ReadProof(RecordingKey key) => File.Exists(PathOf(key, Proof)) && File.ReadAllBytes(PathOf(key, Proof)) is { Length: > 0 } proof && proof[^1] == '}' ? proof : null;

    public void WriteProof(RecordingKey key, byte[] proof)
    {
        using var handle = File.OpenHandle(PathOf(key, Proof), FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.WriteThrough);
        RandomAccess.Write(handle, proof, 0);
        RandomAccess.FlushToDisk(handle);
    }

    public void Delete(RecordingKey key) => File.Delete(PathOf(key, Audio));

    public IReadOnlyList<RecordingKey> List(TenantId tenant)
    {
        var place = Path.Combine(folder, tenant.ToString());
        if (!Directory.Exists(place)) return [];
        return [.. Directory.EnumerateFiles(place, "*" + Audio).Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)
            .Select(name => RecordingId.TryParse(name, out var id) ? new RecordingKey(tenant, id) : default)
            .Where(k => k != default)];
    }

    private static void Create(string place)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(place);
        else Directory.CreateDirectory(place, OwnerOnly);
    }

    private string PathOf(RecordingKey key, string ending) => Path.Combine(folder, key.Tenant.ToString(), key.Recording + ending);

    // Of what is erased only the proof stays, and nobody writes to it any more. Before that a name that is taken away could be locked twice.
    private sealed class Held(SafeFileHandle handle, string path, string proof) : IDisposable
    {
        public void Dispose()
        {
            handle.Dispose();
            if (!File.Exists(proof)) return;
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody else holds it, and takes it away.
            }
        }
    }

    private sealed class HandleFile(SafeFileHandle handle) : IVaultFile
    {
        public long Length => RandomAccess.GetLength(handle);

        public int Read(Span<byte> target, long offset)
        {
            var read = 0;
            while (read < target.Length && RandomAccess.Read(handle, target[read..], offset + read) is > 0 and var more) read += more;
            return read;
        }

        // Written here and now: the runtime would only block another thread for it, and allocate for each chunk.
        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, long offset, CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            RandomAccess.Write(handle, bytes.Span, offset);
            return ValueTask.CompletedTask;
        }

        public void SetLength(long length) => RandomAccess.SetLength(handle, length);

        public void Flush() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}
