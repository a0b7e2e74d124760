using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>How long to wait after a failure: doubled each time, with chance in the upper half; pure.</summary>
internal static class BackOff
{
    /// <summary>The pause after so many attempts, 1 or more; never shorter than what the provider asks for.</summary>
    public static Duration Pause(int attempts, WorkOptions options, double chance, Duration? asked = null)
    {
        var doubled = options.FirstPause.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        var whole = Math.Min(doubled, options.LongestPause.TotalMilliseconds);
        var pause = Duration.FromMilliseconds(Math.Round(whole * (0.5 + (chance / 2))));
        return asked is { } least && least > pause ? Duration.Min(least, options.LongestPause) : pause;
    }
}
