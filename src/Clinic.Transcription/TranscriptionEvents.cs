namespace Clinic.Transcription;

/// <summary>The permanent types of the events that leave through the outbox; contents hold ids, words and codes only.</summary>
public static class TranscriptionEvents
{
}
