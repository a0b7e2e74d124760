using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>Opens handles of SQLite and gives each the settings that no file keeps.</summary>
internal static class LocalOpening
{
    // SQLite waits this long by itself; the rest of the waiting is ours, because its own cannot be stopped.
    private const int OwnWait = 50;

    public static LocalSession Open(LocalPool pool)
    {
        var settings = pool.Settings;
        if (settings.NativeLibrary.Length > 0) TursoNative.Use(settings.NativeLibrary);
        NativeLibraryCheck.EnsurePresent();
        if (!settings.IsMemory && !settings.Database.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) RequirePlace(settings.Database);
        var connection = new SqliteConnection(settings.OpenText);
        try
        {
            connection.Open();
            var isUtf16 = Apply(connection.Handle!, settings);
            return new LocalSession(pool, connection) { IsUtf16 = isUtf16 };
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw LocalErrors.Of(e.SqliteErrorCode, e.SqliteExtendedErrorCode, Said(e));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string Said(SqliteException e) => e.SqliteErrorCode == raw.SQLITE_CANTOPEN
        ? "The database file or one of its companions (-wal, -shm) cannot be opened; check that the file, its directory and the rights are there."
        : e.Message;

    private static void RequirePlace(string path)
    {
        if (Directory.Exists(path)) throw SqliteErrors.Refused($"The Data Source {path} is a directory; name a file in it.");
        var directory = Path.GetDirectoryName(path);
        if (!Directory.Exists(directory)) throw SqliteErrors.Refused($"The directory {directory} of the Data Source does not exist; create it first.");
    }

    private static bool Apply(sqlite3 database, LocalSettings settings)
    {
        _ = raw.sqlite3_busy_timeout(database, (int)settings.BusyTimeout.TotalMilliseconds);
        Run(database, $"""
            PRAGMA foreign_keys = {(settings.ForeignKeys ? "ON" : "OFF")};
            PRAGMA recursive_triggers = {(settings.RecursiveTriggers ? "ON" : "OFF")};
            PRAGMA temp_store = MEMORY;
            PRAGMA secure_delete = ON;
            PRAGMA cache_size = -{settings.CacheSizeKiB};
            PRAGMA synchronous = {(settings.Synchronous == TursoSynchronous.Full ? "FULL" : "NORMAL")};
            """);
        if (settings is { IsMemory: false, Journal: TursoJournalMode.Wal } && settings.Mode != TursoOpenMode.ReadOnly) UseWriteAheadLog(database, settings);
        var isUtf16 = Text(database, "PRAGMA encoding") != "UTF-8";
        _ = raw.sqlite3_busy_timeout(database, Math.Min(OwnWait, (int)settings.BusyTimeout.TotalMilliseconds));
        return isUtf16;
    }

    // Two processes that make a new database meet here, and SQLite does not wait by itself for this change.
    private static void UseWriteAheadLog(sqlite3 database, LocalSettings settings)
    {
        if (Text(database, "PRAGMA journal_mode") == "wal" || raw.sqlite3_db_readonly(database, "main") == 1) return;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                _ = Text(database, "PRAGMA journal_mode = WAL");
                return;
            }
            catch (TursoException e) when (e.Kind == TursoErrorKind.Busy && Stopwatch.GetElapsedTime(started) < settings.BusyTimeout)
            {
                Thread.Sleep(Random.Shared.Next(1, 20));
            }
        }
    }

    private static void Run(sqlite3 database, string script)
    {
        var code = raw.sqlite3_exec(database, script);
        if (code != raw.SQLITE_OK) throw LocalErrors.Of(code, database);
    }

    private static string Text(sqlite3 database, string sql)
    {
        var code = raw.sqlite3_prepare_v2(database, sql, out var statement);
        if (code != raw.SQLITE_OK) throw LocalErrors.Of(code, database);
        using (statement)
        {
            code = raw.sqlite3_step(statement);
            return code == raw.SQLITE_ROW ? raw.sqlite3_column_text(statement, 0).utf8_to_string() : throw LocalErrors.Of(code, database);
        }
    }
}
