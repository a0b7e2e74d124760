using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting;

/// <summary>Segments that order a machine about instead of telling of the patient; never evidence, whoever drafts.</summary>
public static class MachineSpeech
{
    /// <summary>Their indexes, in order.</summary>
    public static IReadOnlyList<int> Segments(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return [.. VisitReader.Read(transcript, Lexicon.For(transcript.Language)).Where(u => u.IsExcluded).Select(u => u.Segment).Distinct().Order()];
    }
}
