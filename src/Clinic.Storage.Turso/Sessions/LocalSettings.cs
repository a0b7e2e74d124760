using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso;

/// <summary>What a local database is opened with, read once from a connection string.</summary>
internal sealed class LocalSettings
{
    public LocalSettings(TursoConnectionStringBuilder text)
    {
        Mode = text.Mode;
        IsMemory = text.Mode == TursoOpenMode.Memory || text.DataSource is "" or TursoOptions.InMemory || text.DataSource.StartsWith("file::memory:", StringComparison.Ordinal);
        IsShared = text.Cache == TursoCacheMode.Shared;
        Database = IsMemory || text.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? text.DataSource : Path.GetFullPath(text.DataSource);
        BusyTimeout = TimeSpan.FromMilliseconds(text.BusyTimeout);
        Synchronous = text.Synchronous;
        Journal = text.JournalMode;
        ForeignKeys = text.ForeignKeys;
        RecursiveTriggers = text.RecursiveTriggers;
        CacheSizeKiB = text.CacheSizeKiB;
        NativeLibrary = text.NativeLibrary;
        OpenText = new SqliteConnectionStringBuilder
        {
            DataSource = Database,
            Mode = (SqliteOpenMode)text.Mode,
            Cache = (SqliteCacheMode)text.Cache,
            Pooling = false,
        }.ToString();
    }

    /// <summary>The full path, a file: address, or the name of a database in memory.</summary>
    public string Database { get; }

    public TursoOpenMode Mode { get; }

    public bool IsMemory { get; }

    public bool IsShared { get; }

    /// <summary>Whether each opening makes a database of its own.</summary>
    public bool IsPrivate => IsMemory && !IsShared;

    public TimeSpan BusyTimeout { get; }

    public TursoSynchronous Synchronous { get; }

    public TursoJournalMode Journal { get; }

    public bool ForeignKeys { get; }

    public bool RecursiveTriggers { get; }

    public int CacheSizeKiB { get; }

    public string NativeLibrary { get; }

    /// <summary>For Microsoft.Data.Sqlite, which opens the handle.</summary>
    public string OpenText { get; }
}
