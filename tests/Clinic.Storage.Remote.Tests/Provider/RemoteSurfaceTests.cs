using Clinic.Servers;

namespace Clinic.Storage.Remote.Tests.Provider;

/// <summary>What only a server does to the surface: tokens, lost transactions, large answers, round trips.</summary>
public sealed class RemoteSurfaceTests(Servers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begin_and_commit_ride_along()
    {
        var server = await servers.SingleAsync();
        await using var source = new TursoDataSource($"Data Source={server.Url}");
        var t = $"ride_{Guid.CreateVersion7():N}";
        await using var connection = await source.OpenConnectionAsync(Stop);
        await RunAsync(connection, $"CREATE TABLE {t} (a)");
        var client = ((RemoteSession)connection.Session).Client;
        var before = client.RoundTrips;

        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            await RunAsync(connection, $"INSERT INTO {t} VALUES (1); INSERT INTO {t} VALUES (2)");
            await transaction.CommitAsync(Stop);
        }

        Assert.Equal(2, client.RoundTrips - before);
    }

    [Fact]
    public async Task Transaction_that_the_server_takes_away_is_lost_and_leaves_nothing()
    {
        await using var server = await Servers.OwnAsync();
        await using var source = new TursoDataSource($"Data Source={server.Url};Busy Timeout=20000");
        await using var one = await source.OpenConnectionAsync(Stop);
        await using var two = await source.OpenConnectionAsync(Stop);
        await RunAsync(one, "CREATE TABLE t (a)");
        var transaction = await one.BeginTransactionAsync(Stop);
        await RunAsync(one, "INSERT INTO t VALUES (1)");

        await RunAsync(two, "INSERT INTO t VALUES (100)");
        var error = await Assert.ThrowsAsync<TursoException>(() => RunAsync(one, "INSERT INTO t VALUES (2); INSERT INTO t VALUES (3)"));

        Assert.Equal(TursoErrorKind.LostTransaction, error.Kind);
        Assert.Equal(TursoErrorKind.LostTransaction, (await Assert.ThrowsAsync<TursoException>(() => transaction.CommitAsync(Stop))).Kind);
        await transaction.DisposeAsync();
        await using var sum = new TursoCommand("SELECT sum(a) FROM t", two);
        Assert.Equal(100L, await sum.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task Answers_over_ten_megabytes_come_row_by_row()
    {
        var server = await servers.SingleAsync();
        await using var connection = new TursoConnection($"Data Source={server.Url}");
        await connection.OpenAsync(Stop);
        await using var command = new TursoCommand(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT i, hex(zeroblob(2500)) FROM n", connection);
        var rows = 0;

        await using (var reader = await command.ExecuteReaderAsync(Stop))
        {
            while (await reader.ReadAsync(Stop)) rows += reader.GetString(1).Length == 5000 ? 1 : 0;
        }

        Assert.Equal(3000, rows);
        command.CommandText = "SELECT 1";
        Assert.Equal(1L, await command.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task Conversation_that_expired_is_opened_anew()
    {
        var server = await servers.SingleAsync();
        await using var connection = new TursoConnection($"Data Source={server.Url}");
        await connection.OpenAsync(Stop);
        await using var command = new TursoCommand("SELECT 1", connection);
        Assert.Equal(1L, await command.ExecuteScalarAsync(Stop));

        await Task.Delay(TimeSpan.FromSeconds(12), Stop);

        Assert.Equal(1L, await command.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task Tokens_are_asked_for_and_never_told()
    {
        var signer = new TokenSigner();
        await using var server = await Servers.OwnAsync(new SqldOptions { PublicKeyPem = signer.PublicKeyPem });
        await using var good = new TursoDataSource($"Data Source={server.Url}", _ => new ValueTask<string?>(signer.Full()));
        await using var connection = await good.OpenConnectionAsync(Stop);
        await using var command = new TursoCommand("SELECT 1", connection);
        Assert.Equal(1L, await command.ExecuteScalarAsync(Stop));

        await using var bad = new TursoConnection($"Data Source={server.Url};Auth Token=garbled-secret");
        var error = await Assert.ThrowsAsync<TursoException>(async () =>
        {
            await bad.OpenAsync(Stop);
            await RunAsync(bad, "SELECT 1");
        });
        Assert.Equal(TursoErrorKind.Authentication, error.Kind);
        Assert.DoesNotContain("garbled-secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("garbled-secret", bad.ConnectionString, StringComparison.Ordinal);

        await using var reader = new TursoConnection($"Data Source={server.Url};Auth Token={signer.ReadOnly()}");
        await reader.OpenAsync(Stop);
        Assert.Equal(TursoErrorKind.Forbidden, (await Assert.ThrowsAsync<TursoException>(() => RunAsync(reader, "CREATE TABLE x (a)"))).Kind);
    }

    private static async Task RunAsync(TursoConnection connection, string sql)
    {
        await using var command = new TursoCommand(sql, connection, connection.Transaction);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
