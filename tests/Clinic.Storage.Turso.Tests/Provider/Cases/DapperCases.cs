using Dapper;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class DapperCases : ProviderCases
{
    [Fact]
    public async Task Dapper_reads_writes_and_maps()
    {
        await using var connection = new TursoConnection(ConnectionString);
        var t = Name("lots");
        await connection.ExecuteAsync($"CREATE TABLE {t} (id INTEGER PRIMARY KEY, code TEXT NOT NULL, units INTEGER NOT NULL, note TEXT)");

        var added = await connection.ExecuteAsync($"INSERT INTO {t} (code, units, note) VALUES (@Code, @Units, @Note)", new[]
        {
            new Lot(0, "A-1", 10, null), new Lot(0, "A-2", 20, "cold"), new Lot(0, "B-1", 30, null),
        });
        var found = (await connection.QueryAsync<Lot>($"SELECT id, code, units, note FROM {t} WHERE code LIKE @code ORDER BY id", new { code = "A%", unused = 1 })).ToList();
        var one = await connection.QuerySingleAsync<long>($"SELECT units FROM {t} WHERE code IN @codes", new { codes = new[] { "B-1" } });
        var none = await connection.QueryFirstOrDefaultAsync<Lot>($"SELECT id, code, units, note FROM {t} WHERE id = @id", new { id = 99 });

        Assert.Equal(3, added);
        Assert.Equal([new Lot(1, "A-1", 10, null), new Lot(2, "A-2", 20, "cold")], found);
        Assert.Equal(30, one);
        Assert.Null(none);
    }

    [Fact]
    public async Task Dapper_reads_several_results_at_once()
    {
        await using var connection = Open();

        await using var grid = await connection.QueryMultipleAsync("SELECT 1 UNION SELECT 2; SELECT @a; SELECT 'x' WHERE 0", new { a = "text" });

        Assert.Equal([1L, 2L], await grid.ReadAsync<long>());
        Assert.Equal("text", await grid.ReadSingleAsync<string>());
        Assert.Empty(await grid.ReadAsync<string>());
    }

    [Fact]
    public async Task Dapper_works_in_transactions()
    {
        await using var connection = Open();
        var t = Name("t");
        await connection.ExecuteAsync($"CREATE TABLE {t} (a)");
        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            await connection.ExecuteAsync($"INSERT INTO {t} VALUES (@a)", new { a = 1 }, transaction);
            Assert.Equal(1L, await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {t}", transaction: transaction));
        }

        Assert.Equal(0L, await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {t}"));
    }

    [Fact]
    public async Task Dapper_streams_without_buffer()
    {
        await using var connection = Open();
        var sum = 0L;

        await foreach (var n in connection.QueryUnbufferedAsync<long>("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n")) sum += n;

        Assert.Equal(500_500, sum);
    }

    private sealed record Lot(long Id, string Code, long Units, string? Note);
}
