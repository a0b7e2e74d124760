using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>Whether a transcript covers a recording, so that the audio may go; pure.</summary>
public static class TranscriptCoverage
{
    /// <summary>The least part of a recording to which an engine must have listened.</summary>
    /// <value>98 hundredths: an engine's own rounding is below it, a cut answer is not.</value>
    public const double Least = 0.98;

    /// <summary>The longest stretch without a word that is believed to be silence, such as an examination.</summary>
    /// <value>5 minutes.</value>
    public static readonly Duration LongestSilence = Duration.FromMinutes(5);

    /// <summary>Whether an engine listened to what was recorded; whether it wrote down what it heard is another question.</summary>
    /// <param name="recorded">How long the recording is; null where nobody knows.</param>
    /// <param name="heard">How far the engine listened.</param>
    /// <param name="gaps">Stretches that are known to have no text.</param>
    public static bool IsWhole(Duration? recorded, Duration heard, IEnumerable<TranscriptGap> gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        if (recorded is not { } whole || whole <= Duration.Zero) return true;
        var covered = gaps.Aggregate(heard, (sum, g) => sum + (g.To - g.From));
        return covered.TotalMilliseconds >= whole.TotalMilliseconds * Least;
    }

    /// <summary>Stretches without a word that are too long to be believed, silence at both ends included.</summary>
    /// <param name="whole">How long the recording is.</param>
    /// <param name="segments">By their words where these have times, else by their own times.</param>
    /// <returns>Null where a long text has no times, and nobody can tell.</returns>
    public static IReadOnlyList<TranscriptGap>? Wordless(Duration whole, IReadOnlyList<TranscriptSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (whole <= LongestSilence) return [];
        var spoken = segments.SelectMany(Spoken).OrderBy(s => s.From).ToList();
        if (spoken.Count == 0 && segments.Count > 0) return null;
        var (found, at) = (new List<TranscriptGap>(), Duration.Zero);
        foreach (var (from, to) in spoken.Append((whole, whole)))
        {
            if (from - at > LongestSilence) found.Add(new(at, from, GapReason.NoWords));
            at = Duration.Max(at, to);
        }

        return found;
    }

    private static IEnumerable<(Duration From, Duration To)> Spoken(TranscriptSegment segment)
    {
        if (segment.Words.Count > 0) return segment.Words.Select(w => (w.Start, w.End));
        return segment is { Start: { } start, End: { } end } ? [(start, end)] : [];
    }
}
