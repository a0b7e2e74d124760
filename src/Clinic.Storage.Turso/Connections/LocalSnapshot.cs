using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso;

/// <summary>A connection of its own inside one reading transaction; writers go on beside it.</summary>
internal sealed class LocalSnapshot : ISnapshot
{
    private readonly PhysicalConnection connection;
    private readonly Action close;

    public LocalSnapshot(PhysicalConnection connection, Action close)
    {
        this.connection = connection;
        this.close = close;
        if (!connection.IsInTransaction) connection.Execute("BEGIN");
    }

    public bool IsFrozen => true;

    public Task<List<T>> QueryAsync<T>(string sql, SqlValue[] values, Func<Row, T> map, CancellationToken cancellationToken)
    {
        connection.Watch(limit: null, cancellationToken);
        try
        {
            return Task.FromResult(connection.Query(sql, values, map));
        }
        catch (SqliteException e)
        {
            throw connection.Explain(e);
        }
        finally
        {
            connection.EndWatch();
        }
    }

    public void Dispose()
    {
        if (connection.IsInTransaction) connection.Execute("ROLLBACK");
        close();
    }
}
