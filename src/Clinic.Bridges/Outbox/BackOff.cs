using NodaTime;

namespace Clinic.Bridges.Outbox;

/// <summary>How long to wait after a failure. Pure.</summary>
internal static class BackOff
{
    /// <summary>Twice as long after each failure up to a longest pause, less up to half of it by chance.</summary>
    /// <param name="failures">Failures so far, from 1.</param>
    /// <param name="first">The pause after the first.</param>
    /// <param name="longest">The longest pause.</param>
    /// <param name="chance">From 0 up to 1; spreads deliveries that failed together.</param>
    public static Duration After(int failures, TimeSpan first, TimeSpan longest, double chance)
    {
        var doubled = first.TotalMilliseconds * Math.Pow(2, Math.Clamp(failures, 1, 60) - 1);
        var capped = Math.Min(doubled, longest.TotalMilliseconds);
        return Duration.FromMilliseconds(capped * (1 - (chance / 2)));
    }
}
