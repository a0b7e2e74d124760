using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Sends again what certainly was not done, after growing random pauses, for a bounded time.</summary>
internal static class HranaRetry
{
    public static async Task<T> RunAsync<T>(Duration patience, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        var left = new Patience(patience);
        var waited = false;
        while (true)
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
            catch (TursoException e) when (e.NothingDone && e.IsTransient && left.IsLeft)
            {
                // Again, below.
            }

            await left.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
