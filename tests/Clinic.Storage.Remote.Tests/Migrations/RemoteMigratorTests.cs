using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

public class RemoteMigratorTests(Servers servers)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly string First = Script("CREATE TABLE a (id INTEGER PRIMARY KEY); -- one; two\nCREATE TRIGGER a_keep BEFORE DELETE ON a BEGIN SELECT RAISE(ABORT, 'never; ever'); END;", "DROP TABLE a;");
    private static readonly string Second = Script("CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id));", "DROP TABLE b;");

    [Fact]
    public async Task Up_down_and_status_are_as_for_a_file()
    {
        using var source = await SourceAsync(Set("extra", First, Second));
        var migrator = Migrator(source);

        var before = await migrator.StatusAsync(Ct);
        var dry = await migrator.DryRunAsync(Ct);
        Assert.Empty(await SchemaAsync(source));
        var applied = await migrator.UpAsync(Ct);
        var again = await migrator.UpAsync(Ct);
        var schema = await SchemaAsync(source);
        var down = await migrator.DownAsync("extra", 1, Ct);

        Assert.Equal([MigrationState.Pending, MigrationState.Pending], before.Select(m => m.State));
        Assert.Equal(2, dry.Count);
        Assert.Equal(["extra 0001 do_1: Applied", "extra 0002 do_2: Applied"], applied.Select(m => m.ToString()));
        Assert.Empty(again);
        Assert.Equal(["a", "a_keep", "b", "migrations"], schema);
        Assert.Equal(["extra 0002 do_2: Pending"], down.Select(m => m.ToString()));
        Assert.Equal(["a", "a_keep", "migrations"], await SchemaAsync(source));
    }

    [Fact]
    public async Task Two_migrators_at_once_are_safe()
    {
        var (url, space) = await PlaceAsync();
        using var one = Source(url, space, CoreSet.Set, Set("extra", First, Second));
        using var two = Source(url, space, CoreSet.Set, Set("extra", First, Second));

        var done = await Task.WhenAll(Task.Run(() => Migrator(one).UpAsync(Ct)), Task.Run(() => Migrator(two).UpAsync(Ct)));

        Assert.Equal(CoreSet.Set.Scripts.Count + 2, done.Sum(d => d.Count));
        Assert.All(await Migrator(two).StatusAsync(Ct), m => Assert.Equal(MigrationState.Applied, m.State));
    }

    [Fact]
    public async Task A_script_that_fails_on_the_server_changes_nothing()
    {
        using var source = await SourceAsync(Set("extra", First, Script("INSERT INTO a SELECT 1 UNION ALL SELECT 2; CREATE UNIQUE INDEX a_one ON a (1 + 0 * id);", "DROP INDEX a_one; DELETE FROM a;")));

        await Assert.ThrowsAsync<TursoException>(() => Migrator(source).UpAsync(Ct));

        Assert.Empty(await SchemaAsync(source));
    }

    [Fact]
    public async Task Rows_that_name_missing_rows_stop_a_migration()
    {
        var (url, space) = await PlaceAsync();
        using var first = Source(url, space, Set("extra", First, Second));
        await Migrator(first).UpAsync(Ct);
        await first.Client.ExecuteAsync(new HranaStatement("INSERT INTO a (id) VALUES (1)"), HranaEffect.Write, Ct);
        using var later = Source(url, space, Set("extra", First, Second, Script("PRAGMA defer_foreign_keys = 1; INSERT INTO b (id, a) SELECT 1, 99 FROM a;", "DELETE FROM b;")));

        var e = await Assert.ThrowsAsync<TursoException>(() => Migrator(later).UpAsync(Ct));

        Assert.Contains("name missing rows", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await Migrator(first).StatusAsync(Ct)).Count(m => m.State == MigrationState.Applied));
    }

    [Fact]
    public async Task A_database_of_somebody_else_is_refused_and_left_as_it_is()
    {
        using var source = await SourceAsync(CoreSet.Set);
        await source.Client.ExecuteAsync(new HranaStatement("CREATE TABLE migrations (version TEXT PRIMARY KEY, name TEXT)"), HranaEffect.Write, Ct);

        var up = await Assert.ThrowsAsync<TursoException>(() => Migrator(source).UpAsync(Ct));
        var use = await Assert.ThrowsAsync<TursoException>(() => source.ListAsync("SELECT 1", [], r => r.Long(0), Ct));

        Assert.Contains("another application", up.Message, StringComparison.Ordinal);
        Assert.Contains("another application", use.Message, StringComparison.Ordinal);
        Assert.Equal(["migrations"], await SchemaAsync(source));
    }

    [Fact]
    public async Task Newer_older_empty_and_changed_databases_are_refused()
    {
        var (url, space) = await PlaceAsync();
        using var whole = Source(url, space, Set("extra", First, Second));
        var empty = await Assert.ThrowsAsync<TursoException>(() => whole.ListAsync("SELECT 1", [], r => r.Long(0), Ct));
        await Migrator(whole).UpAsync(Ct);
        using var older = Source(url, space, Set("extra", First));
        using var newer = Source(url, space, Set("extra", First, Second, Script("CREATE TABLE c (id);", "DROP TABLE c;")));
        using var changed = Source(url, space, Set("extra", First, Script("CREATE TABLE bb (id);", "DROP TABLE bb;")));

        Assert.Contains("UpAsync", empty.Message, StringComparison.Ordinal);
        foreach (var (source, says) in new[] { (older, "newer than this program"), (newer, "older than this program"), (changed, "another content") })
        {
            var e = await Assert.ThrowsAsync<TursoException>(() => source.ListAsync("SELECT 1", [], r => r.Long(0), Ct));
            Assert.Contains(says, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_script_for_a_server_holds_nothing_that_servers_refuse()
    {
        using var source = await SourceAsync(CoreSet.Set);

        var text = await Migrator(source).ScriptAsync(Ct);

        Assert.DoesNotContain("PRAGMA", text, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE IF NOT EXISTS migrations", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_for_each_tenant_keeps_them_apart()
    {
        var (url, one) = await PlaceAsync();
        var (_, two) = await PlaceAsync();
        using var first = Source(url, one, Set("extra", First));
        using var second = Source(url, two, Set("extra", First));
        await Migrator(first).UpAsync(Ct);
        await Migrator(second).UpAsync(Ct);

        await first.WriteAsync("INSERT INTO a (id) VALUES (?1)", [1], Ct);

        Assert.Equal(1, (await first.ListAsync("SELECT count(*) FROM a", [], r => r.Long(0), Ct)).Single());
        Assert.Equal(0, (await second.ListAsync("SELECT count(*) FROM a", [], r => r.Long(0), Ct)).Single());
    }

    [Fact]
    public async Task A_read_that_is_larger_than_an_answer_may_be_arrives_all_the_same()
    {
        using var source = await SourceAsync(Set("extra", First));
        await Migrator(source).UpAsync(Ct);

        var rows = await source.ListAsync(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) SELECT zeroblob(300000) FROM n", [], r => r.Blob(0).Length, Ct);

        Assert.Equal(60, rows.Count);
        Assert.All(rows, length => Assert.Equal(300_000, length));
    }

    [Theory]
    [InlineData("SELECT 1", 1)]
    [InlineData("SELECT 1;", 1)]
    [InlineData("SELECT 1; SELECT ';' ; -- a; b\n SELECT \";\", [;], `;`;\n", 3)]
    [InlineData("/* a; */ SELECT 1 /* ; */; -- the end;", 1)]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = 1; SELECT CASE WHEN 1 THEN 2 END; END; SELECT 1", 2)]
    [InlineData(" ;; -- nothing\n", 0)]
    public void Scripts_come_apart_into_statements(string script, int count) => Assert.Equal(count, RemoteScript.Statements(script).Count);

    private async Task<(string Url, string Space)> PlaceAsync()
    {
        var server = await servers.SpacesAsync();
        var space = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(space);
        return (server.Url, space);
    }

    private async Task<RemoteDatabase> SourceAsync(params TursoSet[] sets)
    {
        var (url, space) = await PlaceAsync();
        return Source(url, space, sets);
    }

    private static RemoteDatabase Source(string url, string space, params TursoSet[] sets) =>
        new(new TursoOptions { DataSource = url, Namespace = space }, sets, NullLogger<RemoteDatabase>.Instance);

    private static TursoMigrator Migrator(ClinicDatabase source) => new(source, SystemClock.Instance, NullLogger<TursoMigrator>.Instance);

    private static TursoSet Set(string name, params string[] scripts) =>
        new(name, [.. scripts.Select((s, i) => MigrationScript.Parse($"{i + 1:0000}_do_{i + 1}.sql", s))], []);

    private static string Script(string forward, string rollback) => $"-- forward\n{forward}\n-- rollback\n{rollback}\n";

    private static Task<List<string>> SchemaAsync(RemoteDatabase source) =>
        source.ReadAsync("SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", [], r => r.Text(0), Ct);
}
