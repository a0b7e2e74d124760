namespace Clinic.Transcription.Reports;

/// <summary>Signs canonical content; a key of ours, or a service that holds the keys of physicians.</summary>
/// <remarks>Safe for concurrent use. May be asked again for the same content after a lost commit; a signature that no commit holds counts for nothing.</remarks>
public interface ISignatureProvider
{
    /// <summary>Signs for a person.</summary>
    Task<ReportSignature> SignAsync(SignatureRequest request, CancellationToken cancellationToken);

    /// <summary>Whether a signature is over exactly this content, by a key that is known.</summary>
    Task<bool> VerifyAsync(ReportSignature signature, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
