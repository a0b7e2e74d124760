using System.Diagnostics;
using Clinic.Abstractions;
using Clinic.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>A transaction that holds the lock for more than 5 seconds while somebody waits is taken away, and nothing of it remains.</summary>
public sealed class LongTransactionTests(ITestOutputHelper output)
{
    private static readonly FactKey Fact = new("core.test", Guid.CreateVersion7());
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(7);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_that_waits_is_done_and_the_one_that_held_the_lock_is_lost_whole()
    {
        await using var server = await Servers.OwnAsync();
        await using var stores = await RemoteStores.MakeAsync(server.Url, configure: o => o.BusyTimeout = Duration.FromSeconds(20));
        await using var slow = stores.Database.Client.Begin(HranaTransactionMode.Immediate);
        await slow.ExecuteAsync(Insert("slow"), Ct);

        var started = Stopwatch.GetTimestamp();
        await stores.CommitAsync(unit => TursoUnit.Of(unit).Add(Insert("waiter").Sql, Guard.OneRow(Fact), "waiter"));
        output.WriteLine($"the waiter was done after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");

        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => slow.CommitAsync(Ct, Insert("more")));
        Assert.Equal(["waiter"], await SubjectsAsync(stores.Database));
    }

    [Fact]
    public async Task A_migration_that_was_taken_away_is_run_again_and_done_once()
    {
        await using var server = await Servers.OwnAsync();
        using var core = await MigratedAsync(server);
        var runs = 0;
        using var source = Source(server, Slow(async () =>
        {
            if (runs++ == 0) await HoldAsync(core);
        }));

        await Migrator(source).UpAsync(Ct);

        Assert.Equal(2, runs);
        Assert.Equal(["waiter"], await SubjectsAsync(core));
        Assert.Equal([1L], await source.ListAsync("SELECT count(*) FROM slow", [], r => r.Long(0), Ct));
    }

    [Fact]
    public async Task A_migration_that_is_taken_away_every_time_is_lost_and_leaves_nothing()
    {
        await using var server = await Servers.OwnAsync();
        using var core = await MigratedAsync(server);
        var runs = 0;
        using var source = Source(server, Slow(async () =>
        {
            runs++;
            await HoldAsync(core);
        }));

        var e = await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => Migrator(source).UpAsync(Ct));

        Assert.Equal(3, runs);
        Assert.Contains("nothing of it was kept", e.Message, StringComparison.Ordinal);
        Assert.Empty(await core.ReadAsync("SELECT name FROM sqlite_master WHERE name = 'slow'", [], r => r.Text(0), Ct));
        Assert.Equal(CoreSet.Set.Scripts.Count, (await Migrator(core).StatusAsync(Ct)).Count);
    }

    // Somebody else writes, and has to wait until the server takes the lock away.
    private static async Task HoldAsync(RemoteDatabase core)
    {
        var statement = Insert("waiter");
        var waiter = core.WriteAsync($"{statement.Sql} ON CONFLICT DO NOTHING", statement.Values!, Ct);
        await Task.WhenAny(waiter, Task.Delay(TooLong, Ct));
        await waiter;
    }

    private static HranaStatement Insert(string subject) =>
        new("INSERT INTO credential_attempts (tenant_id, subject, attempts, is_refused) VALUES ('t', ?1, 1, 0)", subject);

    private static Task<List<string>> SubjectsAsync(RemoteDatabase source) =>
        source.ListAsync("SELECT subject FROM credential_attempts", [], r => r.Text(0), Ct);

    private static TursoSet Slow(Func<Task> meanwhile) => new(
        "slow",
        [MigrationScript.Parse("0001_do_1.sql", "-- forward\nCREATE TABLE slow (id INTEGER PRIMARY KEY);\nINSERT INTO slow VALUES (1);\n-- rollback\nDROP TABLE slow;\n")],
        [])
    {
        Fills = new Dictionary<int, Func<IMigrationTarget, CancellationToken, Task>> { [1] = (_, _) => meanwhile() },
    };

    private static async Task<RemoteDatabase> MigratedAsync(SqldServer server)
    {
        var source = Source(server);
        await Migrator(source).UpAsync(Ct);
        return source;
    }

    private static RemoteDatabase Source(SqldServer server, params TursoSet[] more) => new(
        new TursoOptions { DataSource = server.Url, BusyTimeout = Duration.FromSeconds(20) }, [CoreSet.Set, .. more], NullLogger<RemoteDatabase>.Instance);

    private static TursoMigrator Migrator(ClinicDatabase source) => new(source, SystemClock.Instance, NullLogger<TursoMigrator>.Instance);
}
