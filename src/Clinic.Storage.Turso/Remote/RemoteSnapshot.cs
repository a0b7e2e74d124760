namespace Clinic.Storage.Turso;

/// <summary>One reading transaction on a server; others write beside it. It is kept awake, because servers end idle ones after 10 seconds.</summary>
internal sealed class RemoteSnapshot : ISnapshot
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly HranaTransaction transaction;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource end = new();
    private readonly Task awake;

    public RemoteSnapshot(HranaClient client)
    {
        transaction = client.Begin(HranaTransactionMode.Deferred);
        awake = KeepAwakeAsync();
    }

    public bool IsFrozen => true;

    public async Task<List<T>> QueryAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await transaction.ExecuteAsync(new HranaStatement(sql, values), cancellationToken).ConfigureAwait(false);
            return [.. result.Rows.Select(r => map(new ValueRow(r)))];
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        end.Cancel();
        Blocking.Wait(new ValueTask(awake));
        Blocking.Wait(transaction.DisposeAsync());
        end.Dispose();
        turn.Dispose();
    }

    private async Task KeepAwakeAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, end.Token).ConfigureAwait(false);
                _ = await QueryAsync("SELECT 1", [], r => r.Int(0), end.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or TursoException)
        {
            // It ends, or the next statement says why it cannot go on.
        }
    }
}
