using Clinic.Storage.Turso.Dispensing;
using Clinic.Storage.Turso.Pharmacy;
using Clinic.Storage.Turso.Pharmacy.Prices;
using Clinic.Storage.Turso.Pharmacy.Sales;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public sealed class MigratorTests : IDisposable
{
    private static readonly string First = Sources.Script("CREATE TABLE a (id INTEGER PRIMARY KEY);", "DROP TABLE a;");
    private static readonly string Second = Sources.Script("CREATE TABLE b (id INTEGER PRIMARY KEY);", "DROP TABLE b;");

    private static readonly TursoSet[] All = [CoreSet.Set, PharmacySet.Set, PricesSet.Set, SalesSet.Set, DispensingSet.Set];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Up_applies_what_is_pending_once()
    {
        using var source = Sources.Of(folder.File(), Sources.Set("extra", First, Second));
        var migrator = Sources.Migrator(source);

        var before = await migrator.StatusAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetFiles(folder.Path));
        var applied = await migrator.UpAsync(TestContext.Current.CancellationToken);
        var again = await migrator.UpAsync(TestContext.Current.CancellationToken);
        var after = await migrator.StatusAsync(TestContext.Current.CancellationToken);

        Assert.Equal([MigrationState.Pending, MigrationState.Pending], before.Select(m => m.State));
        Assert.Equal(["extra 0001 do_1: Applied", "extra 0002 do_2: Applied"], applied.Select(m => m.ToString()));
        Assert.Empty(again);
        Assert.Equal([MigrationState.Applied, MigrationState.Applied], after.Select(m => m.State));
        Assert.All(after, m => Assert.True(m.AppliedAt is not null && m.AppliedBy == Environment.UserName));
        Assert.Equal(["a", "b", "migrations"], await Sources.SchemaAsync(source));
    }

    [Fact]
    public async Task Only_enabled_sets_make_tables()
    {
        using var source = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() });
        Assert.DoesNotContain("a", await Sources.SchemaAsync(source));

        using var both = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, CoreSet.Set, Sources.Set("extra", First));

        Assert.Contains("a", await Sources.SchemaAsync(both));
        Assert.Contains("sites", await Sources.SchemaAsync(both));
        Assert.NotEmpty(await Sources.SchemaAsync(source));
    }

    [Fact]
    public async Task Down_takes_back_the_newest_first()
    {
        using var source = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, Sources.Set("extra", First, Second));
        var migrator = Sources.Migrator(source);

        var one = await migrator.DownAsync("extra", 1, TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<TursoException>(() => Sources.SchemaAsync(source));
        var all = await migrator.DownAsync("extra", 0, TestContext.Current.CancellationToken);
        var up = await migrator.UpAsync(TestContext.Current.CancellationToken);

        Assert.Equal([2], one.Select(m => m.Version));
        Assert.Contains("lacks the migration extra 0002 do_2", e.Message, StringComparison.Ordinal);
        Assert.Equal([1], all.Select(m => m.Version));
        Assert.Equal([1, 2], up.Select(m => m.Version));
        await Assert.ThrowsAsync<ArgumentException>(() => migrator.DownAsync("none", 0, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("core")]
    [InlineData("pharmacy")]
    [InlineData("dispensing")]
    public async Task A_set_leaves_nothing_behind_when_taken_back_and_is_the_same_when_it_comes_again(string name)
    {
        var set = All.Single(s => s.Name == name);
        using var source = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, set);
        var before = await Sources.SchemaAsync(source);
        await Sources.Migrator(source).DownAsync(name, 0, TestContext.Current.CancellationToken);

        // SQLite never drops sqlite_sequence once a table counted by it.
        Assert.Equal(["migrations", "sqlite_autoindex_migrations_1"], await source.WriteAsync(
            c => c.Query("SELECT name FROM sqlite_master WHERE name <> 'sqlite_sequence' ORDER BY name", [], r => r.Text(0)), new WriteTerms(Duration.FromSeconds(1), null), TestContext.Current.CancellationToken));
        Assert.All(await Sources.Migrator(source).StatusAsync(TestContext.Current.CancellationToken), m => Assert.Equal(MigrationState.Pending, m.State));

        var again = await Sources.Migrator(source).UpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(set.Scripts.Count, again.Count);
        Assert.Equal(before, await Sources.SchemaAsync(source));
    }

    [Fact]
    public async Task A_changed_script_is_refused_and_other_line_ends_are_not_a_change()
    {
        using (await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, Sources.Set("extra", First)))
        {
        }

        using var same = Sources.Of(folder.File(), Sources.Set("extra", First.Replace("\n", "  \r\n", StringComparison.Ordinal) + "\n\n"));
        Assert.Equal(["a", "migrations"], await Sources.SchemaAsync(same));

        using var changed = Sources.Of(folder.File(), Sources.Set("extra", First.Replace("PRIMARY KEY", "", StringComparison.Ordinal), Second));
        var use = await Assert.ThrowsAsync<TursoException>(() => Sources.SchemaAsync(changed));
        var up = await Assert.ThrowsAsync<TursoException>(() => Sources.Migrator(changed).UpAsync(TestContext.Current.CancellationToken));
        var down = await Assert.ThrowsAsync<TursoException>(() => Sources.Migrator(changed).DownAsync("extra", 0, TestContext.Current.CancellationToken));
        Assert.All([use, up, down], e => Assert.Contains("extra 0001 do_1 was applied", e.Message, StringComparison.Ordinal));
        Assert.Equal(MigrationState.Changed, (await Sources.Migrator(changed).StatusAsync(TestContext.Current.CancellationToken))[0].State);
        Assert.Equal(["a", "migrations"], await Sources.SchemaAsync(same));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        using (await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, Sources.Set("extra", First, Second)))
        {
        }

        using var older = Sources.Of(folder.File(), Sources.Set("extra", First));
        var use = await Assert.ThrowsAsync<TursoException>(() => Sources.SchemaAsync(older));
        var up = await Assert.ThrowsAsync<TursoException>(() => Sources.Migrator(older).UpAsync(TestContext.Current.CancellationToken));

        Assert.All([use, up], e => Assert.Contains("newer than this program: it has the migration extra 0002 do_2", e.Message, StringComparison.Ordinal));
        Assert.Equal(MigrationState.Unknown, (await Sources.Migrator(older).StatusAsync(TestContext.Current.CancellationToken))[1].State);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        using var source = Sources.Of(folder.File(), Sources.Set("extra", First));
        Assert.Single(await Sources.Migrator(source).DryRunAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(folder.Path));
        await Sources.Migrator(source).UpAsync(TestContext.Current.CancellationToken);

        using var next = Sources.Of(folder.File(), Sources.Set("extra", First, Second));
        var planned = await Sources.Migrator(next).DryRunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([2], planned.Select(m => m.Version));
        Assert.Equal(["a", "migrations"], await Sources.SchemaAsync(source));
        Assert.Equal([MigrationState.Applied, MigrationState.Pending], (await Sources.Migrator(next).StatusAsync(TestContext.Current.CancellationToken)).Select(m => m.State));
    }

    [Theory]
    [InlineData("CREATE TABLE c (id INTEGER); SELECT nonsense;", "DROP TABLE c;", "(forward)")]
    [InlineData("CREATE TABLE c (id INTEGER);", "DROP TABLE nonsense;", "(rollback)")]
    [InlineData("CREATE TABLE c (id INTEGER);", "", "(forward after rollback)")]
    [InlineData("CREATE TABLE c (id INTEGER); COMMIT;", "DROP TABLE c;", "(forward)")]
    public async Task A_script_that_fails_is_found_on_a_scratch_database(string forward, string rollback, string part)
    {
        using var source = Sources.Of(folder.File(), Sources.Set("extra", First, Sources.Script(forward, rollback)));

        var e = await Assert.ThrowsAsync<TursoException>(() => Sources.Migrator(source).UpAsync(TestContext.Current.CancellationToken));

        Assert.Contains("extra 0002 do_2 " + part, e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_script_that_fails_on_real_rows_takes_back_those_before_it()
    {
        using (var source = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File() }, Sources.Set("extra", Sources.Script("CREATE TABLE a (n INTEGER);", "DROP TABLE a;"))))
            await source.WriteAsync("INSERT INTO a VALUES (1), (1)", [], TestContext.Current.CancellationToken);
        var sets = Sources.Set(
            "extra",
            Sources.Script("CREATE TABLE a (n INTEGER);", "DROP TABLE a;"),
            Second,
            Sources.Script("CREATE UNIQUE INDEX a_n ON a (n);", "DROP INDEX a_n;"));
        using var next = Sources.Of(folder.File(), sets);

        var up = await Assert.ThrowsAsync<TursoException>(() => Sources.Migrator(next).UpAsync(TestContext.Current.CancellationToken));
        var dry = await Assert.ThrowsAsync<TursoException>(() => Sources.Migrator(next).DryRunAsync(TestContext.Current.CancellationToken));

        Assert.All([up, dry], e => Assert.Contains("extra 0003 do_3 failed; nothing was changed", e.Message, StringComparison.Ordinal));
        Assert.Equal([MigrationState.Applied, MigrationState.Pending, MigrationState.Pending], (await Sources.Migrator(next).StatusAsync(TestContext.Current.CancellationToken)).Select(m => m.State));
    }

    [Fact]
    public async Task Migrators_at_once_apply_each_script_once()
    {
        var sources = Enumerable.Range(0, 6).Select(_ => Sources.Of(folder.File(), CoreSet.Set, Sources.Set("extra", First, Second))).ToList();

        var applied = await Task.WhenAll(sources.Select(s => Task.Run(() => Sources.Migrator(s).UpAsync())));

        Assert.Equal(CoreSet.Set.Scripts.Count + 2, applied.Sum(a => a.Count));
        Assert.Contains("b", await Sources.SchemaAsync(sources[0]));
        foreach (var source in sources) source.Dispose();
    }

    [Fact]
    public async Task The_script_makes_the_same_database_by_hand()
    {
        using var source = Sources.Of(folder.File(), All);
        var script = await Sources.Migrator(source).ScriptAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetFiles(folder.Path));
        using (var byHand = new SqliteConnection($"Data Source={folder.File()};Pooling=False"))
        {
            byHand.Open();
            using var command = byHand.CreateCommand();
            command.CommandText = script;
            command.ExecuteNonQuery();
        }

        using var migrated = await Sources.MigratedAsync(new TursoOptions { DataSource = folder.File("migrated.db") }, All);
        Assert.Equal(await Sources.SchemaAsync(migrated), await Sources.SchemaAsync(source));
        Assert.Equal("", await Sources.Migrator(source).ScriptAsync(TestContext.Current.CancellationToken));
        Assert.All(await Sources.Migrator(source).StatusAsync(TestContext.Current.CancellationToken), m => Assert.Equal((MigrationState.Applied, "script"), (m.State, m.AppliedBy)));
    }

    [Theory]
    [InlineData("1_create.sql", "named NNNN_verb_noun.sql")]
    [InlineData("0001create.sql", "named NNNN_verb_noun.sql")]
    public void A_badly_named_script_is_refused(string name, string text)
    {
        var e = Assert.Throws<InvalidOperationException>(() => MigrationScript.Parse(name, First));

        Assert.Contains(text, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_without_a_way_back_and_a_gap_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => MigrationScript.Parse("0001_make_a.sql", "-- forward\nSELECT 1;\n"));
        Assert.Throws<InvalidOperationException>(() => MigrationScript.InOrder([MigrationScript.Parse("0002_make_a.sql", First)]));
    }
}
