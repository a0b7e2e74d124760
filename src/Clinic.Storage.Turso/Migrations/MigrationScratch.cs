using Microsoft.Data.Sqlite;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Tries scripts on a database in memory before the real one is touched.</summary>
internal static class MigrationScratch
{
    /// <summary>Applies what the real database has, then each pending script forward, back and forward again.</summary>
    public static void Try(IReadOnlyList<TursoSet> sets, IReadOnlyList<MigrationStatus> all)
    {
        using var scratch = PhysicalConnection.Open(TursoOptions.InMemory, Duration.Zero);
        scratch.Script("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
        foreach (var m in all.OrderBy(m => m.State == MigrationState.Pending))
        {
            var script = sets.Single(s => s.Name == m.Set).Scripts[m.Version - 1];
            Run(scratch, m, "forward", script.Forward);
            if (m.State != MigrationState.Pending) continue;
            Run(scratch, m, "rollback", script.Rollback);
            Run(scratch, m, "forward after rollback", script.Forward);
        }
    }

    private static void Run(PhysicalConnection scratch, MigrationStatus m, string part, string sql)
    {
        try
        {
            scratch.Script($"BEGIN; {sql}\n; COMMIT;");
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Refused($"The migration {MigrationCheck.Text(m)} ({part}) failed on a scratch database; nothing was changed. {e.Message}", e);
        }
    }
}
