using NodaTime;

namespace Clinic.Transcription.Vault;

/// <summary>Says that a recording was erased: first its wrapped key, then its bytes.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="ErasedAt">When its key was destroyed.</param>
/// <param name="KeyId">The key of the ring under which its own key was wrapped.</param>
/// <param name="Bytes">Encrypted bytes that were deleted, header included.</param>
/// <param name="HeaderSha256">Of the part of the header that never changes, in lower-case hex; the same as in its seal.</param>
public sealed record ErasureProof(RecordingKey Recording, Instant ErasedAt, string KeyId, long Bytes, string HeaderSha256);
