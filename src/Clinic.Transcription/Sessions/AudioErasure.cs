using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>The proof that a recording is gone: its key first, then its bytes.</summary>
/// <param name="At">When.</param>
/// <param name="KeyId">The key under which it was; empty where there was nothing.</param>
/// <param name="Bytes">How many were removed.</param>
/// <param name="Hash">Of what identified the recording, in hexadecimal; empty where there was nothing.</param>
public sealed record AudioErasure(Instant At, string KeyId, long Bytes, string Hash);
