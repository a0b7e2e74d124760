using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>Data sources and migrators without an app around them.</summary>
internal static class Sources
{
    public static LocalDatabase Of(string path, params TursoSet[] sets) => Of(new TursoOptions { DataSource = path }, sets);

    public static LocalDatabase Of(TursoOptions options, params TursoSet[] sets) =>
        new(options, sets.Length == 0 ? [CoreSet.Set] : sets, NullLogger<LocalDatabase>.Instance);

    public static TursoMigrator Migrator(LocalDatabase source) =>
        new(source, SystemClock.Instance, NullLogger<TursoMigrator>.Instance);

    public static async Task<LocalDatabase> MigratedAsync(TursoOptions options, params TursoSet[] sets)
    {
        var source = Of(options, sets);
        await Migrator(source).UpAsync(TestContext.Current.CancellationToken);
        return source;
    }

    public static TursoSet Set(string name, params string[] scripts) =>
        new(name, [.. scripts.Select((s, i) => MigrationScript.Parse($"{i + 1:0000}_do_{i + 1}.sql", s))], []);

    public static string Script(string forward, string rollback) => $"-- forward\n{forward}\n-- rollback\n{rollback}\n";

    public static Task<List<string>> SchemaAsync(LocalDatabase source) =>
        source.ListAsync("SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", [], r => r.Text(0), TestContext.Current.CancellationToken);
}
