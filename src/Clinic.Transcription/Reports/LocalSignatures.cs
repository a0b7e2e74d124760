using System.Security.Cryptography;

namespace Clinic.Transcription.Reports;

/// <summary>Signs with the clinic's own keys, in this process.</summary>
internal sealed class LocalSignatures(SignatureKeyRing keys) : ISignatureProvider
{
    private const string Algorithm = "ES256";

    public Task<ReportSignature> SignAsync(SignatureRequest request, CancellationToken cancellationToken) => Task.FromResult(new ReportSignature(
        Algorithm, keys.ActiveId, Convert.ToBase64String(keys.Sign(request.Content.Span)), Convert.ToHexStringLower(SHA256.HashData(request.Content.Span)), request.Signer, request.At));

    public Task<bool> VerifyAsync(ReportSignature signature, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var value = new byte[signature.Value.Length];
        return Task.FromResult(
            signature.Algorithm == Algorithm && signature.ContentHash == Convert.ToHexStringLower(SHA256.HashData(content.Span))
            && Convert.TryFromBase64String(signature.Value, value, out var length) && keys.Verifies(signature.KeyId, content.Span, value.AsSpan(0, length)));
    }
}
