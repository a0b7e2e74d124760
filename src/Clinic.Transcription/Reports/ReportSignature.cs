using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>A signature over the canonical content of one version.</summary>
/// <param name="Algorithm">Such as <c>ES256</c>.</param>
/// <param name="KeyId">The key that signed.</param>
/// <param name="Value">The signature's bytes, base64.</param>
/// <param name="ContentHash">SHA-256 of the canonical content, lower-case hexadecimal.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="At">When.</param>
public sealed record ReportSignature(string Algorithm, string KeyId, string Value, string ContentHash, PersonId Signer, Instant At);
