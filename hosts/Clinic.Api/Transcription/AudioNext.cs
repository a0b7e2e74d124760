namespace Clinic.Api.Transcription;

/// <summary>Where the next chunk begins.</summary>
/// <param name="Next">Everything before this offset is safe.</param>
public sealed record AudioNext(long Next);
