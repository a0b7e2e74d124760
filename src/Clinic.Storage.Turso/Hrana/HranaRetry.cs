using System.Diagnostics;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Sends again what certainly was not done, after growing random pauses, for a bounded time.</summary>
internal static class HranaRetry
{
    private const double ShortestPause = 4;
    private const double LongestPause = 400;

    public static async Task<T> RunAsync<T>(Duration patience, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var waited = false;
        for (var most = ShortestPause; ; most = Math.Min(most * 2, LongestPause))
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (TursoException e) when (e.Code == HranaErrors.Behind && !waited)
            {
                // Once beyond all patience: the waiting was for the replica, not for the call.
                waited = true;
                continue;
            }
            catch (TursoException e) when (e.NothingDone && e.IsTransient && Stopwatch.GetElapsedTime(started) < patience.ToTimeSpan())
            {
                // Again, below.
            }

            await Task.Delay(TimeSpan.FromMilliseconds((most / 2) + (Random.Shared.NextDouble() * most / 2)), cancellationToken).ConfigureAwait(false);
        }
    }
}
