using System.Data;
using System.Data.Common;

namespace Clinic.Storage.Turso.Tests.Provider;

/// <summary>What the public surface must do on every engine; the same cases run on a file and on a server.</summary>
public abstract class ProviderCases
{
    private readonly string mark = Guid.CreateVersion7().ToString("N");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected static CancellationToken Cancelled => new(canceled: true);

    /// <summary>A database that the cases may write to.</summary>
    protected abstract string ConnectionString { get; }

    protected virtual bool IsRemote => false;

    /// <summary>A name that no other case uses.</summary>
    protected string Name(string name) => $"{name}_{mark}";

    protected TursoConnection Open()
    {
        var connection = new TursoConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    protected static TursoCommand Command(TursoConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = connection.Transaction;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }

    protected static int Run(TursoConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    protected static object? Scalar(TursoConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar();
    }

    /// <summary>Opens, reads to the first row, and looks at it.</summary>
    protected void AtRow(string sql, Action<TursoDataReader> look)
    {
        using var connection = Open();
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        look(reader);
    }

    protected static T Same<T>(T found, T wanted)
    {
        Assert.Equal(wanted, found);
        return found;
    }

    protected static DbDataReader AsBase(TursoDataReader reader) => reader;

    protected static ConnectionState StateOf(DbConnection connection) => connection.State;
}
