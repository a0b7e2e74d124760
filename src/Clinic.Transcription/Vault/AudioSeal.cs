namespace Clinic.Transcription.Vault;

/// <summary>What was sealed when a recording ended; keep it beside the session to notice a shortened file.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="Bytes">Of the audio, as it was given.</param>
/// <param name="Chunks">Pieces that were encrypted each on its own, the last one marked.</param>
/// <param name="HeaderSha256">Of the part of the header that never changes, in lower-case hex.</param>
public sealed record AudioSeal(RecordingKey Recording, long Bytes, long Chunks, string HeaderSha256);
