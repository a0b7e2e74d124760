using System.Data;
using System.Data.Common;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class ConnectionCases : ProviderCases
{
    [Fact]
    public void Closed_connection_says_so()
    {
        using var connection = new TursoConnection();

        Assert.Equal("", connection.ConnectionString);
        Assert.Equal("", connection.Database);
        Assert.Equal("", connection.DataSource);
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<InvalidOperationException>(() => connection.ServerVersion);
        Assert.Throws<InvalidOperationException>(connection.Open);
        Assert.Throws<InvalidOperationException>(() => connection.BeginTransaction());
        connection.ConnectionString = null;
        Assert.Equal("", connection.ConnectionString);
        connection.Close();
    }

    [Fact]
    public void Open_and_close_raise_events()
    {
        using var connection = new TursoConnection(ConnectionString);
        var states = new List<ConnectionState>();
        var disposed = 0;
        connection.StateChange += (_, e) => states.Add(e.CurrentState);
        connection.Disposed += (_, _) => disposed++;

        connection.Open();
        Assert.Throws<InvalidOperationException>(connection.Open);
        Assert.Throws<InvalidOperationException>(() => connection.ConnectionString = ConnectionString);
        Assert.NotEmpty(connection.ServerVersion);
        Assert.NotEmpty(connection.Database);
        Assert.NotEmpty(connection.DataSource);
        connection.Close();
        connection.Close();
        connection.Dispose();

        Assert.Equal([ConnectionState.Open, ConnectionState.Closed], states);
        Assert.Equal(1, disposed);
        connection.Dispose();
    }

    [Fact]
    public async Task Asynchronous_opening_closing_and_cancelling()
    {
        var connection = new TursoConnection(ConnectionString);
        var disposed = 0;
        connection.Disposed += (_, _) => disposed++;
        var cancelled = connection.OpenAsync(Cancelled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.True(cancelled.IsCanceled);

        await connection.OpenAsync(Stop);
        Assert.Equal(ConnectionState.Open, connection.State);
        await connection.DisposeAsync();

        Assert.Equal(1, disposed);
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void Commands_belong_to_their_connection()
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();

        Assert.Same(connection, command.Connection);
        Assert.Null(command.Transaction);
        Assert.Same(TursoFactory.Instance, DbProviderFactories.GetFactory(connection));
    }

    [Fact]
    public void Reader_closes_the_connection_when_asked()
    {
        var connection = Open();

        using (connection.CreateCommand())
        using (Command(connection, "SELECT 0").ExecuteReader(CommandBehavior.CloseConnection))
        {
        }

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void Closing_ends_readers_and_rolls_back()
    {
        var t = Name("t");
        var connection = Open();
        Run(connection, $"CREATE TABLE {t} (a)");
        var transaction = connection.BeginTransaction();
        Run(connection, $"INSERT INTO {t} VALUES (1)");
        var reader = Command(connection, $"SELECT a FROM {t}").ExecuteReader();

        connection.Close();

        Assert.True(reader.IsClosed);
        Assert.Null(transaction.Connection);
        using var other = Open();
        Assert.Equal(0L, Scalar(other, $"SELECT count(*) FROM {t}"));
    }

    [Fact]
    public async Task Data_source_opens_connections_and_makes_commands()
    {
        await using var source = new TursoDataSource(ConnectionString);
        await using var connection = await source.OpenConnectionAsync(Stop);
        await using var command = source.CreateCommand("SELECT 5");

        Assert.Equal(5L, await command.ExecuteScalarAsync(Stop));
        Assert.Equal(1L, Scalar(connection, "SELECT 1"));
        Assert.Throws<InvalidOperationException>(() => connection.ConnectionString = "");
    }

    [Fact]
    public async Task Full_pool_says_so_after_the_wait()
    {
        await using var source = new TursoDataSource($"{ConnectionString};Max Pool Size=2;Connect Timeout=1");
        await using var one = await source.OpenConnectionAsync(Stop);
        var two = await source.OpenConnectionAsync(Stop);

        var error = await Assert.ThrowsAsync<TursoException>(async () => await source.OpenConnectionAsync(Stop));
        Assert.Equal(TursoErrorKind.TooManyRequests, error.Kind);
        Assert.Contains("Max Pool Size", error.Message, StringComparison.Ordinal);
        await two.DisposeAsync();
        await using var three = await source.OpenConnectionAsync(Stop);
        Assert.Equal(1L, Scalar(three, "SELECT 1"));
    }
}
