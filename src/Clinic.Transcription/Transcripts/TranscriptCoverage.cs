using NodaTime;

namespace Clinic.Transcription.Transcripts;

/// <summary>Whether a transcript covers a recording, so that the audio may go; pure.</summary>
public static class TranscriptCoverage
{
    /// <summary>The least part of a recording that text or listed gaps must cover.</summary>
    /// <value>98 hundredths: an engine's own rounding is below it, a cut answer is not.</value>
    public const double Least = 0.98;

    /// <summary>Whether what was heard and what is listed as a gap cover what was recorded.</summary>
    /// <param name="recorded">How long the recording is; null where nobody knows, and then nothing can be missing.</param>
    /// <param name="heard">How far the engine listened.</param>
    /// <param name="gaps">Stretches that are known to have no text.</param>
    public static bool IsWhole(Duration? recorded, Duration heard, IEnumerable<TranscriptGap> gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        if (recorded is not { } whole || whole <= Duration.Zero) return true;
        var covered = gaps.Aggregate(heard, (sum, g) => sum + (g.To - g.From));
        return covered.TotalMilliseconds >= whole.TotalMilliseconds * Least;
    }
}
