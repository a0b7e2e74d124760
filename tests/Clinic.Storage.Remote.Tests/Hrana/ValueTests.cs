using FsCheck.Fluent;

namespace Clinic.Storage.Remote.Tests;

public class ValueTests(Servers servers)
{
    [Fact]
    public async Task Every_kind_of_value_comes_back_as_it_was_sent()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        SqlValue[] values =
        [
            long.MinValue, long.MaxValue, (1L << 53) + 1, 0L, -0.5, 1e300, 3.0, double.Epsilon, "", "ñandú \0 inside \"'\\ \u2028 😀 +/=<>&", Guid.Parse("0190f0c0-0000-7000-8000-000000000c11"),
            Array.Empty<byte>(), new byte[] { 0xFB, 0xEF, 0xBE, 0xFF }, new byte[] { 1 }, new byte[] { 1, 2 }, SqlValue.Null,
        ];

        var result = await client.ReadAsync($"SELECT {string.Join(", ", values.Select((_, i) => $"?{i + 1}"))}", values);

        Assert.Equal(values.Select(Shown), result.Rows[0].Select(Shown));
    }

    [Fact]
    public async Task Blobs_of_all_lengths_come_back()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        var bytes = Enumerable.Range(0, 70).Select(n => Enumerable.Range(0, n).Select(i => (byte)(i * 37 + 251)).ToArray()).ToArray();

        var result = await client.ReadAsync($"SELECT {string.Join(", ", bytes.Select((_, i) => $"?{i + 1}"))}", [.. bytes.Select(b => (SqlValue)b)]);

        Assert.All(bytes.Zip(result.Rows[0]), p => Assert.Equal(p.First, p.Second.Blob));
    }

    [Fact]
    public async Task Texts_of_any_characters_come_back()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        var texts = Gen.Sample(ArbMap.Default.GeneratorFor<string>().Where(t => t is not null && !t.Any(char.IsSurrogate)), 300, 40).ToArray();

        var result = await client.ReadAsync("SELECT value FROM json_each(?1)", System.Text.Json.JsonSerializer.Serialize(texts.Where(t => !t.Contains('\0'))));

        Assert.Equal(texts.Where(t => !t.Contains('\0')), result.Rows.Select(r => r[0].Text));
        foreach (var part in texts.Chunk(100))
        {
            var same = await client.ReadAsync($"SELECT {string.Join(", ", part.Select((_, i) => $"?{i + 1}"))}", [.. part.Select(t => (SqlValue)t)]);
            Assert.Equal(part, same.Rows[0].Select(v => v.Text));
        }
    }

    [Fact]
    public void Numbers_that_cannot_be_kept_are_refused_before_they_are_sent()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (SqlValue)double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => (SqlValue)double.PositiveInfinity);
        Assert.Throws<ArgumentException>(() => (SqlValue)"half \ud800 pair");
    }

    [Fact]
    public async Task An_infinity_in_a_row_is_an_error_and_not_another_number()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);

        var e = await Clients.FailsAsync(TursoErrorKind.Protocol, () => client.ReadAsync("SELECT 9e999"));

        Assert.Contains("infinite", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_values_reach_every_sign()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        var statement = new HranaStatement("SELECT :a, @b, $c, :a") { Named = [new("a", 1), new("@b", "two"), new("c", SqlValue.Null)] };

        var result = await client.ExecuteAsync(statement, HranaEffect.Read, TestContext.Current.CancellationToken);

        Assert.Equal(["Integer 1", "Text two", "Null", "Integer 1"], result.Rows[0].Select(Shown));
    }

    [Fact]
    public async Task A_result_knows_its_columns_and_what_it_changed()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        var table = await client.TableAsync("id INTEGER PRIMARY KEY, name VARCHAR(20)");

        var inserted = await client.WriteAsync($"INSERT INTO {table} (name) VALUES ('a'), ('b')");
        var read = await client.ReadAsync($"SELECT id, name, name, 1 + 1 AS sum FROM {table} ORDER BY id");

        Assert.Equal((2, 2), (inserted.Affected, inserted.LastInsertRowId));
        Assert.True(inserted.ReplicationIndex > 0);
        Assert.Equal([new("id", "INTEGER"), new("name", "VARCHAR(20)"), new("name", "VARCHAR(20)"), new("sum", null)], read.Columns);
        Assert.Equal(2, read.Rows.Count);
    }

    private static string Shown(SqlValue value) => value.Kind switch
    {
        SqlValueKind.Integer => $"Integer {value.Number}",
        SqlValueKind.Real => $"Real {value.Real:R}",
        SqlValueKind.Text => $"Text {value.Text}",
        SqlValueKind.Uuid => $"Text {value.Uuid}",
        SqlValueKind.Blob => $"Blob {Convert.ToHexString(value.Blob)}",
        _ => "Null",
    };
}
