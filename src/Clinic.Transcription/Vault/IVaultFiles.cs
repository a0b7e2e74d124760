using Clinic.Abstractions;

namespace Clinic.Transcription.Vault;

/// <summary>The places of encrypted recordings: a folder, or memory.</summary>
internal interface IVaultFiles
{
    /// <summary>Held by the one writer of a recording, across processes; null where somebody else holds it.</summary>
    IDisposable? TryLock(RecordingKey key);

    /// <summary>Null where there is none.</summary>
    IVaultFile? OpenToRead(RecordingKey key);

    IVaultFile OpenToWrite(RecordingKey key, bool create);

    byte[]? ReadProof(RecordingKey key);

    void WriteProof(RecordingKey key, byte[] proof);

    void Delete(RecordingKey key);

    IReadOnlyList<RecordingKey> List(TenantId tenant);
}
