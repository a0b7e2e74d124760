using System.Diagnostics;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public class StoppingTests
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_stops_a_read_that_runs(bool inMemory)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var started = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stores.Source.ListAsync(Endless, [], r => r.Long(0), cancel.Token));

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        await ReadAsync(stores);
    }

    [Fact]
    public async Task Cancelling_stops_a_write_that_runs_and_leaves_nothing()
    {
        await using var stores = await TursoStores.MakeAsync();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stores.Source.InTransactionAsync(
            c =>
            {
                c.Execute("INSERT INTO credential_attempts VALUES ('t', 's', 1, NULL, 0)");
                return c.Query(Endless, [], r => r.Long(0));
            },
            cancel.Token));

        Assert.Equal(0, await CountAsync(stores));
        Assert.Equal(1, await stores.Source.WriteAsync("INSERT INTO credential_attempts VALUES ('t', 's', 1, NULL, 0)", [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_statement_that_runs_too_long_is_stopped()
    {
        await using var stores = await TursoStores.MakeAsync(configure: o => o.CommandTimeout = Duration.FromMilliseconds(100));

        var e = await Assert.ThrowsAsync<TursoException>(() => stores.Source.ListAsync(Endless, [], r => r.Long(0), TestContext.Current.CancellationToken));

        Assert.Contains("time-out", e.Message, StringComparison.Ordinal);
        Assert.Equal(9, e.SqliteErrorCode);
        await ReadAsync(stores);
    }

    [Fact]
    public async Task An_interruption_that_comes_late_hits_nobody_else()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);
        for (var round = 0; round < 300; round++)
        {
            using var cancel = new CancellationTokenSource();
            var late = Task.Run(() => cancel.Cancel(), TestContext.Current.CancellationToken);
            try
            {
                await stores.Source.ListAsync("SELECT count(*) FROM sqlite_master", [], r => r.Long(0), cancel.Token);
            }
            catch (OperationCanceledException)
            {
                // Either end is right; what comes after must not feel it.
            }

            await ReadAsync(stores);
            await late;
        }
    }

    [Fact]
    public async Task Another_writer_is_waited_for()
    {
        await using var stores = await TursoStores.MakeAsync();
        using var other = Sources.Of(stores.Path);
        using var holding = new ManualResetEventSlim();
        var holder = Task.Run(
            () => other.InTransactionAsync(
                c =>
                {
                    holding.Set();
                    Thread.Sleep(300);
                    return c.Execute("INSERT INTO credential_attempts VALUES ('t', 'other', 1, NULL, 0)");
                },
                TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        holding.Wait(TestContext.Current.CancellationToken);

        Assert.Equal(1, await stores.Source.WriteAsync("INSERT INTO credential_attempts VALUES ('t', 'mine', 1, NULL, 0)", [], TestContext.Current.CancellationToken));

        await holder;
        Assert.Equal(2, await CountAsync(stores));
    }

    [Fact]
    public async Task A_writer_that_does_not_let_go_ends_in_a_transient_error()
    {
        await using var stores = await TursoStores.MakeAsync(configure: o => o.BusyTimeout = Duration.FromMilliseconds(200));
        using var other = Sources.Of(stores.Path);
        using var holding = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var holder = Task.Run(
            () => other.InTransactionAsync(
                c =>
                {
                    holding.Set();
                    release.Wait(TimeSpan.FromSeconds(20));
                    return c.Execute("INSERT INTO credential_attempts VALUES ('t', 'other', 1, NULL, 0)");
                },
                TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        holding.Wait(TestContext.Current.CancellationToken);

        var e = await Assert.ThrowsAsync<TursoException>(
            () => stores.Source.WriteAsync("INSERT INTO credential_attempts VALUES ('t', 'mine', 1, NULL, 0)", [], TestContext.Current.CancellationToken));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stores.Source.WriteAsync("DELETE FROM credential_attempts", [], cancel.Token));

        Assert.True(e.IsTransient);
        Assert.Equal(5, e.SqliteErrorCode);
        Assert.Contains("locked for longer than 200 ms", e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.InnerException);
        release.Set();
        await holder;
        Assert.Equal(1, await CountAsync(stores));
    }

    private static async Task<long> CountAsync(TursoStores stores) =>
        (await stores.Source.ListAsync("SELECT count(*) FROM credential_attempts", [], r => r.Long(0), TestContext.Current.CancellationToken)).Single();

    private static async Task ReadAsync(TursoStores stores) =>
        Assert.Equal(0, await CountAsync(stores));
}
