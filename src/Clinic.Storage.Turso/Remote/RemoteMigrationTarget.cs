namespace Clinic.Storage.Turso;

/// <summary>A transaction on a server; each call is one round trip, and runs only while the transaction stands.</summary>
internal sealed class RemoteMigrationTarget(HranaTransaction transaction) : IMigrationTarget
{
    public bool IsInTransaction => transaction.State == HranaTransactionState.Open;

    public Task ScriptAsync(string sql, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(RemoteScript.Statements(sql), cancellationToken);

    public Task ExecuteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(new HranaStatement(sql, values), cancellationToken);

    public Task ExecuteAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(new RemotePlan(steps).Statements, cancellationToken);

    public async Task<List<T>> QueryAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
    {
        var result = await transaction.ExecuteAsync(new HranaStatement(sql, values), cancellationToken).ConfigureAwait(false);
        return [.. result.Rows.Select(r => map(new ValueRow(r)))];
    }

    // Servers do not let the header of the file be written: the columns of the tracker are the mark.
    public Task MarkAsOursAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
