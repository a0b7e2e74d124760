using System.Runtime.Versioning;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public class PragmaTests
{
    private static readonly string[] Pragmas =
        ["synchronous", "foreign_keys", "recursive_triggers", "trusted_schema", "temp_store", "secure_delete", "cache_size", "busy_timeout"];

    [Theory]
    [InlineData(TursoSynchronous.Full, 2)]
    [InlineData(TursoSynchronous.Normal, 1)]
    public async Task Every_physical_connection_has_the_settings(TursoSynchronous synchronous, long expected)
    {
        await using var stores = await TursoStores.MakeAsync(configure: o =>
        {
            o.Synchronous = synchronous;
            o.CacheSizeKiB = 4_096;
            o.BusyTimeout = Duration.FromSeconds(3);
        });
        long[] all = [expected, 1, 1, 0, 2, 1, -4_096, 3_000];

        Assert.Equal(all, await stores.Source.InTransactionAsync(c => Pragmas.Select(p => c.Scalar($"PRAGMA {p}")!.Value).ToArray(), TestContext.Current.CancellationToken));
        Assert.Equal("wal", await stores.Source.InTransactionAsync(c => c.Query("PRAGMA journal_mode", [], r => r.Text(0))[0], TestContext.Current.CancellationToken));

        // Reading inside the reading of a row takes a further connection each time.
        Assert.All(ReadNested(stores.Source, 5), found => Assert.Equal([.. all, 1], found));
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var stores = await TursoStores.MakeAsync();

        var e = await Assert.ThrowsAsync<TursoException>(
            () => stores.Source.ListAsync("DELETE FROM sites RETURNING id", [], r => r.Text(0), TestContext.Current.CancellationToken));

        Assert.Equal(8, e.SqliteErrorCode);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_file_is_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        await using var stores = await TursoStores.MakeAsync();

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(stores.Path)!))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Many_readers_wait_for_their_turn()
    {
        await using var stores = await TursoStores.MakeAsync(configure: o => o.MaxReaders = 2);

        var counts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(
            () => stores.Source.ListAsync("SELECT count(*) FROM sqlite_master", [], r => r.Long(0), TestContext.Current.CancellationToken))));

        Assert.Single(counts.SelectMany(c => c).Distinct());
    }

    private static List<long[]> ReadNested(LocalDatabase source, int depth) =>
        depth == 0
            ? []
            : source.ListAsync("SELECT 1", [], _ => ReadNested(source, depth - 1).Prepend(ReadAll(source)).ToList(), CancellationToken.None).Result[0];

    private static long[] ReadAll(LocalDatabase source) =>
        [.. Pragmas.Append("query_only").Select(p => source.ListAsync($"PRAGMA {p}", [], r => r.Long(0), CancellationToken.None).Result[0])];
}
