using System.Diagnostics;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>How long something is tried again, with growing random pauses in between.</summary>
internal sealed class Patience(Duration most)
{
    private const double ShortestPause = 4;
    private const double LongestPause = 400;

    private readonly long started = Stopwatch.GetTimestamp();
    private double pause = ShortestPause;

    /// <summary>Whether the time is not over.</summary>
    public bool IsLeft => Stopwatch.GetElapsedTime(started) < most.ToTimeSpan();

    /// <summary>Waits before the next try.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds((pause / 2) + (Random.Shared.NextDouble() * pause / 2)), cancellationToken).ConfigureAwait(false);
        pause = Math.Min(pause * 2, LongestPause);
    }
}
