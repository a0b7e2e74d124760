namespace Clinic.Storage.Turso;

/// <summary>Gives up waiting for a server after a time-out, and says when a write may have been done all the same.</summary>
internal static class RemoteLimit
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> call, int seconds, Func<Exception, TursoException?> unknown, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (seconds > 0) limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            return await call(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw unknown(e) ?? LocalErrors.TimedOut(seconds, e);
        }
        catch (OperationCanceledException e)
        {
            throw Cancelled(unknown(e) ?? (Exception)e, cancellationToken);
        }
    }

    /// <summary>The caller has given up; where a write may have been done, the exception inside says so.</summary>
    public static OperationCanceledException Cancelled(Exception inner, CancellationToken cancellationToken) =>
        new(inner is TursoException ? $"The command was cancelled. {inner.Message}" : "The command was cancelled.", inner, cancellationToken);
}
