using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>Takes what points at the patient out of a transcript before it leaves, and puts it back into the answer.</summary>
public interface ITranscriptRedactor
{
    /// <summary>The transcript with placeholders, and what they stand for; the latter never leaves.</summary>
    /// <param name="transcript">What was said.</param>
    /// <param name="identifiers">Names, numbers, addresses of this patient as the clinic knows them.</param>
    RedactedTranscript Redact(Transcript transcript, IReadOnlyList<string> identifiers);
}
