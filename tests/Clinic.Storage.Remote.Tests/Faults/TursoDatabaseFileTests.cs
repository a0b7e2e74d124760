using System.Diagnostics;
using Clinic.Servers;
using Clinic.Storage.Turso.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Files that Turso Database wrote open in local mode, and it reads what we wrote.</summary>
public sealed class TursoDatabaseFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(folder.Path, "clinic.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Values_come_back_exactly_through_the_surface()
    {
        await TursoDatabaseAsync("""
            CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, dose TEXT, image BLOB, share REAL, missing TEXT);
            CREATE UNIQUE INDEX t_name ON t (name);
            INSERT INTO t VALUES (1, 'Ñandú 药', '0.10', x'00ff2b', 0.1, NULL), (9223372036854775807, 'b', '', x'', -1e300, NULL);
            """);
        await using var source = new TursoDataSource($"Data Source={Path}");
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, name, dose, image, share, missing FROM t ORDER BY id";
        await using (var reader = await command.ExecuteReaderAsync(Ct))
        {
            Assert.True(await reader.ReadAsync(Ct));
            Assert.Equal((1L, "Ñandú 药", "0.10", 0.1), (reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetDouble(4)));
            Assert.Equal([0x00, 0xff, 0x2b], reader.GetFieldValue<byte[]>(3));
            Assert.True(reader.IsDBNull(5));
            Assert.True(await reader.ReadAsync(Ct));
            Assert.Equal((long.MaxValue, "b", -1e300), (reader.GetInt64(0), reader.GetString(1), reader.GetDouble(4)));
        }

        command.CommandText = "INSERT INTO t (name) VALUES ('b')";
        Assert.Equal(TursoErrorKind.Unique, (await Assert.ThrowsAsync<TursoException>(() => command.ExecuteNonQueryAsync(Ct))).Kind);
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task It_reads_what_we_wrote_into_its_file()
    {
        await TursoDatabaseAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);");
        await using (var source = new TursoDataSource($"Data Source={Path}"))
        await using (var connection = await source.OpenConnectionAsync(Ct))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO t VALUES (7, 'ñ')";
            await command.ExecuteNonQueryAsync(Ct);
        }

        Assert.Contains("7|ñ", await TursoDatabaseAsync("SELECT id, name FROM t;"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_of_it_becomes_a_clinic_and_it_adds_rows_to_that()
    {
        await TursoDatabaseAsync("CREATE TABLE t (id); DROP TABLE t;");
        using (var source = Source()) await new TursoMigrator(source, SystemClock.Instance, NullLogger<TursoMigrator>.Instance).UpAsync(Ct);

        await TursoDatabaseAsync("INSERT INTO credential_attempts (tenant_id, subject, attempts, is_refused) VALUES ('t', 'person', 3, 0);");

        using var again = Source();
        Assert.Equal([3L], await again.ListAsync("SELECT attempts FROM credential_attempts", [], r => r.Long(0), Ct));
        await again.WriteAsync("UPDATE credential_attempts SET attempts = 4", [], Ct);
        Assert.Equal(["ok"], await again.ListAsync("PRAGMA integrity_check", [], r => r.Text(0), Ct));
    }

    [Fact]
    public async Task A_file_with_tables_of_its_own_is_nobody_s_clinic_and_stays_as_it_is()
    {
        await TursoDatabaseAsync("CREATE TABLE patients (id INTEGER PRIMARY KEY); INSERT INTO patients VALUES (1);");
        using var source = Source();

        var e = await Assert.ThrowsAsync<TursoException>(() => new TursoMigrator(source, SystemClock.Instance, NullLogger<TursoMigrator>.Instance).UpAsync(Ct));

        Assert.Contains("another application", e.Message, StringComparison.Ordinal);
        Assert.Contains("patients", await TursoDatabaseAsync("SELECT name FROM sqlite_master;"), StringComparison.Ordinal);
    }

    private LocalDatabase Source() => new(new TursoOptions { DataSource = Path }, [CoreSet.Set], NullLogger<LocalDatabase>.Instance);

    private async Task<string> TursoDatabaseAsync(string sql)
    {
        var start = new ProcessStartInfo(await Servers.OrSkip(ServerTools.TursoDatabaseAsync)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-q", "-m", "list", Path, sql }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(Ct);
        var text = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode == 0, $"{text} {await errors}");
        return text;
    }
}
