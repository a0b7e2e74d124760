using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso;

/// <summary>The settings of every physical connection; none of them is kept in the file but WAL.</summary>
internal static class Pragmas
{
    public static void Apply(PhysicalConnection connection, TursoOptions options, bool readsOnly)
    {
        try
        {
            // recursive_triggers: without it REPLACE would delete rows behind the back of the append-only triggers.
            connection.Script($"""
                PRAGMA busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds};
                PRAGMA foreign_keys = ON;
                PRAGMA recursive_triggers = ON;
                PRAGMA trusted_schema = OFF;
                PRAGMA temp_store = MEMORY;
                PRAGMA secure_delete = ON;
                PRAGMA cache_size = -{options.CacheSizeKiB};
                PRAGMA synchronous = {(options.Synchronous == TursoSynchronous.Full ? "FULL" : "NORMAL")};
                """);
            if (!options.IsInMemory) UseWriteAheadLog(connection, options);
            if (readsOnly) connection.Script("PRAGMA query_only = ON;");
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e);
        }
    }

    private static void UseWriteAheadLog(PhysicalConnection connection, TursoOptions options)
    {
        if (Mode(connection, "PRAGMA journal_mode") == "wal") return;
        if (connection.IsReadOnly)
            throw SqliteErrors.Refused($"The database {options.DataSource} cannot be written: its file or its directory is read-only.");
        var mode = SwitchToWriteAheadLog(connection, options);
        if (mode != "wal")
            throw SqliteErrors.Refused($"The database {options.DataSource} cannot use a write-ahead log here (it stays in mode {mode}); network drives do not support it.");
    }

    // Two processes that make a new database meet here, and SQLite does not wait by itself for this change.
    private static string SwitchToWriteAheadLog(PhysicalConnection connection, TursoOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return Mode(connection, "PRAGMA journal_mode = WAL");
            }
            catch (SqliteException e) when (SqliteErrors.IsBusy(e) && Stopwatch.GetElapsedTime(started) < options.BusyTimeout.ToTimeSpan())
            {
                Thread.Sleep(Random.Shared.Next(1, 20));
            }
        }
    }

    private static string Mode(PhysicalConnection connection, string sql) => connection.Query(sql, [], r => r.Text(0))[0];
}
