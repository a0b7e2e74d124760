namespace Clinic.Transcription.Vault;

/// <summary>The encrypted bytes of one recording, wherever they lie.</summary>
internal interface IVaultFile : IDisposable
{
    long Length { get; }

    int Read(Span<byte> target, long offset);

    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, long offset, CancellationToken ct);

    void SetLength(long length);

    /// <summary>Returns when everything written is on the medium.</summary>
    void Flush();
}
