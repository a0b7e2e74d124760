using Clinic.Transcription.Recorders;

namespace Clinic.Api.Transcription;

/// <summary>Keeps how the caller likes to record.</summary>
/// <param name="Quality">Small, speech or fine.</param>
/// <param name="Language">es or en.</param>
/// <param name="Device">The microphone; missing for the default.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record RecorderChoiceRequest(RecorderQuality Quality, string Language, string? Device = null, long? Version = null);
