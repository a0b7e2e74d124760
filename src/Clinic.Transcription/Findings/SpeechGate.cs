using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Findings;

/// <summary>Whether a recording holds a conversation at all: engines invent words for silence, and nobody drafts from those.</summary>
/// <remarks>Phrase lists do not help; words, sureness and voiced time do.</remarks>
public static class SpeechGate
{
    /// <summary>The fewest words of a visit, where the clinic says nothing else.</summary>
    public const int FewestWords = 8;

    /// <summary>The least mean confidence of the words, where the engine gives it.</summary>
    public const double LeastConfidence = 0.35;

    /// <summary>The shortest voiced time, where words have times.</summary>
    public static readonly Duration ShortestVoice = Duration.FromSeconds(3);

    /// <summary>Whether enough was said, surely and long enough; false stops drafting.</summary>
    public static bool HasSpeech(Transcript transcript, int fewestWords = FewestWords)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var words = transcript.Segments.Sum(s => Language.TokenReader.Read(s.Text).Count(t => !t.IsMark));
        if (words < fewestWords) return false;
        var sure = transcript.Segments.SelectMany(s => s.Words.Count > 0 ? s.Words.Select(w => w.Confidence) : [s.Confidence]).OfType<double>().ToList();
        if (sure.Count > 0 && sure.Average() < LeastConfidence) return false;
        return Voiced(transcript) is not { } voiced || voiced >= ShortestVoice;
    }

    // By words where they have times, else by segments; null where nothing has.
    private static Duration? Voiced(Transcript transcript)
    {
        Duration? voiced = null;
        foreach (var segment in transcript.Segments)
        {
            if (segment.Words.Count > 0) voiced = (voiced ?? Duration.Zero) + segment.Words.Aggregate(Duration.Zero, (sum, w) => sum + (w.End - w.Start));
            else if (segment is { Start: { } start, End: { } end }) voiced = (voiced ?? Duration.Zero) + (end - start);
        }

        return voiced;
    }
}
