using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_database_is_not_made_by_reading()
    {
        using var source = Sources.Of(folder.File());

        await RefusedAsync(source, "Create it with TursoMigrator.UpAsync");

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_missing_directory_is_named()
    {
        using var source = Sources.Of(Path.Combine(folder.Path, "none", "clinic.db"));

        await RefusedAsync(source, "does not exist; create it first");
        await MigrationRefusedAsync(source, "does not exist; create it first");
    }

    [Fact]
    public async Task A_directory_is_no_database()
    {
        using var source = Sources.Of(folder.Path);

        await RefusedAsync(source, "is a directory");
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a directory in which nobody can make files.");
        using var source = Sources.Of("/proc/clinic.db");

        await MigrationRefusedAsync(source, "read-only");
    }

    [Fact]
    public async Task A_file_that_is_no_database_stays_as_it_is()
    {
        await File.WriteAllTextAsync(folder.File(), new string('x', 5_000), TestContext.Current.CancellationToken);
        using var source = Sources.Of(folder.File());

        await RefusedAsync(source, "not a SQLite database");
        await MigrationRefusedAsync(source, "not a SQLite database");

        Assert.Equal(new string('x', 5_000), await File.ReadAllTextAsync(folder.File(), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_database_of_another_application_stays_as_it_is()
    {
        using (var other = new SqliteConnection($"Data Source={folder.File()};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (id INTEGER)";
            command.ExecuteNonQuery();
        }

        var before = await File.ReadAllBytesAsync(folder.File(), TestContext.Current.CancellationToken);
        using var source = Sources.Of(folder.File());

        await RefusedAsync(source, "belongs to another application");
        await MigrationRefusedAsync(source, "belongs to another application");

        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File(), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task An_empty_file_may_become_a_database()
    {
        await File.WriteAllBytesAsync(folder.File(), [], TestContext.Current.CancellationToken);
        using var source = Sources.Of(folder.File());
        await RefusedAsync(source, "has no tables yet");

        await Sources.Migrator(source).UpAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, (await source.ListAsync("SELECT count(*) FROM sites", [], r => r.Int(0), TestContext.Current.CancellationToken)).Single());
    }

    [Fact]
    public async Task A_database_in_memory_needs_its_tables_too()
    {
        using var source = Sources.Of(TursoOptions.InMemory);

        await RefusedAsync(source, "has no tables yet");
    }

    [Fact]
    public async Task A_disposed_source_says_so_and_lets_go_of_the_file()
    {
        var source = Sources.Of(folder.File());
        await Sources.Migrator(source).UpAsync(TestContext.Current.CancellationToken);
        await source.ListAsync("SELECT 1", [], r => r.Int(0), TestContext.Current.CancellationToken);
        source.Dispose();
        source.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => source.ListAsync("SELECT 1", [], r => r.Int(0), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => source.WriteAsync("DELETE FROM sites", [], TestContext.Current.CancellationToken));
        Assert.Equal([folder.File()], Directory.GetFiles(folder.Path));
    }

    private static async Task RefusedAsync(LocalDatabase source, string text)
    {
        var e = await Assert.ThrowsAsync<TursoException>(() => source.ListAsync("SELECT 1", [], r => r.Int(0), TestContext.Current.CancellationToken));
        Assert.Contains(text, e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
        e = await Assert.ThrowsAsync<TursoException>(() => source.WriteAsync("DELETE FROM sites", [], TestContext.Current.CancellationToken));
        Assert.Contains(text, e.Message, StringComparison.Ordinal);
    }

    private static async Task MigrationRefusedAsync(LocalDatabase source, string text)
    {
        var e = await Assert.ThrowsAsync<TursoException>(() => Sources.Migrator(source).UpAsync(TestContext.Current.CancellationToken));
        Assert.Contains(text, e.Message, StringComparison.Ordinal);
    }
}
