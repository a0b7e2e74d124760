namespace Clinic.Storage.Turso;

/// <summary>Statement after statement, each on the newest state: for databases that keep no long look open.</summary>
internal sealed class LooseSnapshot(ClinicDatabase database) : ISnapshot
{
    public bool IsFrozen => false;

    public Task<List<T>> QueryAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken) =>
        database.ReadAsync(sql, values, map, cancellationToken);

    public void Dispose()
    {
        // Nothing is held.
    }
}
