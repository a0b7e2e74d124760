namespace Clinic.Storage.Remote.Tests;

public class ErrorTests(Servers servers)
{
    [Theory]
    [InlineData("INSERT INTO {0} VALUES (1, 1, 'x', NULL)", TursoErrorKind.Unique)]
    [InlineData("INSERT INTO {0} VALUES (2, 0, 'x', NULL)", TursoErrorKind.Check)]
    [InlineData("INSERT INTO {0} VALUES (2, 1, NULL, NULL)", TursoErrorKind.NotNull)]
    [InlineData("INSERT INTO {0} VALUES (2, 1, 'x', 99)", TursoErrorKind.ForeignKey)]
    [InlineData("DELETE FROM {0}", TursoErrorKind.Trigger)]
    [InlineData("SELEC", TursoErrorKind.Statement)]
    [InlineData("SELECT nope", TursoErrorKind.Statement)]
    [InlineData("SELECT 1; SELECT 2", TursoErrorKind.Statement)]
    [InlineData("SELECT ?1", TursoErrorKind.Statement)]
    [InlineData("SELECT zeroblob(9000000)", TursoErrorKind.TooBig)]
    [InlineData("SELECT randomblob(3000000) FROM (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4)", TursoErrorKind.TooBig)]
    [InlineData("PRAGMA journal_mode = DELETE", TursoErrorKind.Statement)]
    public async Task Each_error_has_its_meaning(string sql, TursoErrorKind kind)
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        var table = await client.TableAsync("id INTEGER PRIMARY KEY, v INT CHECK (v > 0), n TEXT NOT NULL, r INT REFERENCES parents (id)");
        await client.WriteAsync("CREATE TABLE IF NOT EXISTS parents (id INTEGER PRIMARY KEY)");
        await client.WriteAsync($"INSERT INTO {table} VALUES (1, 1, 'x', NULL)");
        await client.WriteAsync($"CREATE TRIGGER {table}_keep BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'never'); END");

        await Clients.FailsAsync(kind, () => client.WriteAsync(sql.Replace("{0}", table, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Too_many_conversations_end_in_a_clear_error()
    {
        await using var server = await Servers.OwnAsync(new() { Extra = ["--max-concurrent-connections", "4"] });
        using var client = Clients.Of(server.Url);
        var streams = Enumerable.Range(0, 4).Select(_ => client.OpenStream()).ToList();
        foreach (var stream in streams) await stream.ExecuteAsync(new HranaStatement("SELECT 1"), HranaEffect.Read, TestContext.Current.CancellationToken);

        await Clients.FailsAsync(TursoErrorKind.TooManyRequests, () => client.ReadAsync("SELECT 1"));

        foreach (var stream in streams) await stream.CloseAsync();
        await client.ReadAsync("SELECT 1");
    }
}
