using System.Diagnostics;
using Clinic.Storage.Turso;

namespace Clinic.Benchmarks.Remote;

/// <summary>The same work through the public surface: a connection from the data source for every call, as an app does it.</summary>
internal sealed class OwnClient(TursoDataSource source)
{
    private int next;

    /// <summary>Makes the tables and the rows that are read.</summary>
    public async Task PrepareAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var tables = connection.CreateCommand())
        {
            tables.CommandText = RemoteSql.Tables;
            await tables.ExecuteNonQueryAsync();
        }

        for (var i = 0; i < RemoteSql.Rows; i += RemoteSql.Many) await BatchAsync(connection, RemoteSql.Fill);
    }

    /// <summary>Does something several times; the microseconds of each.</summary>
    public async Task<double[]> RunAsync(string work, int count)
    {
        var call = Work(work);
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await call();
            times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        return times;
    }

    private Func<Task> Work(string name) => name switch
    {
        "insert" => InsertAsync,
        "point" => PointAsync,
        "transaction" => TransactionAsync,
        "select" => SelectAsync,
        "readers" => ReadersAsync,
        "batch" => BatchAsync,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such work."),
    };

    private async Task InsertAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = Insert(connection, null, next++);
        await command.ExecuteNonQueryAsync();
    }

    private async Task PointAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = RemoteSql.Point;
        command.Parameters.AddWithValue(null, 1L + (Interlocked.Increment(ref next) % RemoteSql.Rows));
        await ReadAsync(command);
    }

    private async Task TransactionAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var i = 0; i < 10; i++)
        {
            await using var command = Insert(connection, transaction, next++);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private async Task SelectAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = RemoteSql.Select;
        await ReadAsync(command);
    }

    private Task ReadersAsync() => Task.WhenAll(Enumerable.Range(0, RemoteSql.Readers).Select(async _ =>
    {
        for (var i = 0; i < RemoteSql.ReadsEach; i++) await PointAsync();
    }));

    private async Task BatchAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await BatchAsync(connection, RemoteSql.Insert);
    }

    private static async Task BatchAsync(TursoConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        for (var i = 0; i < RemoteSql.Many; i++)
        {
            var command = new TursoBatchCommand(sql);
            Fill(command.Parameters, i);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static TursoCommand Insert(TursoConnection connection, TursoTransaction? transaction, int i)
    {
        var command = new TursoCommand(RemoteSql.Insert, connection, transaction);
        Fill(command.Parameters, i);
        return command;
    }

    private static void Fill(TursoParameterCollection parameters, int i)
    {
        parameters.AddWithValue(null, RemoteSql.A);
        parameters.AddWithValue(null, (long)i);
        parameters.AddWithValue(null, RemoteSql.C);
        parameters.AddWithValue(null, RemoteSql.D);
        parameters.AddWithValue(null, RemoteSql.E);
    }

    // Every value of every row.
    private static async Task<double> ReadAsync(TursoCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var sum = 0d;
        while (await reader.ReadAsync())
            sum += reader.GetInt64(0) + reader.GetString(1).Length + reader.GetInt64(2) + reader.GetDouble(3) + reader.GetString(4).Length + reader.GetString(5).Length;
        return sum;
    }
}
