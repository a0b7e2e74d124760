namespace Clinic.Storage.Turso;

/// <summary>Gives up waiting for a server after a time-out.</summary>
internal static class RemoteLimit
{
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, int seconds, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (seconds > 0) limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            return await call(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw LocalErrors.TimedOut(seconds, e);
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException("The command was cancelled.", e, cancellationToken);
        }
    }

    public static Task RunAsync(Func<CancellationToken, HranaStatement[], Task<IReadOnlyList<HranaResult>>> call, int seconds, CancellationToken cancellationToken) =>
        RunAsync(token => call(token, []), seconds, cancellationToken);
}
