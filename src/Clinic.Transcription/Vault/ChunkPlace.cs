namespace Clinic.Transcription.Vault;

/// <summary>Where a chunk lies in the file and in the audio, and which cipher opens it.</summary>
internal readonly record struct ChunkPlace(long InFile, long InAudio, ChunkHead Head, uint Counter, ChunkCipher Cipher);
