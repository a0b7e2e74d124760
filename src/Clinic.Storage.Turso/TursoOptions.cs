using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Where the database lies, and how patient its connections are.</summary>
public sealed class TursoOptions
{
    /// <summary>The name of a database that lives in memory, as long as its data source.</summary>
    public const string InMemory = ":memory:";

    /// <summary>The path of the database file, or <c>:memory:</c>.</summary>
    /// <value>Required; relative paths start at the current directory.</value>
    public string DataSource { get; set; } = "";

    /// <summary>When a commit counts as written.</summary>
    /// <value>Default <see cref="TursoSynchronous.Full"/>.</value>
    public TursoSynchronous Synchronous { get; set; } = TursoSynchronous.Full;

    /// <summary>How long a commit waits for other processes that write.</summary>
    /// <value>Default 10 s; 10 ms to 2 minutes.</value>
    public Duration BusyTimeout { get; set; } = Duration.FromSeconds(10);

    /// <summary>How long one read or one commit may run before it is stopped.</summary>
    /// <value>Default 30 s; 10 ms to 1 hour.</value>
    public Duration CommandTimeout { get; set; } = Duration.FromSeconds(30);

    /// <summary>How long a migration waits for another migrator.</summary>
    /// <value>Default 1 minute; 10 ms to 1 hour.</value>
    public Duration MigrationLockTimeout { get; set; } = Duration.FromMinutes(1);

    /// <summary>From which duration on a read or commit is logged as slow.</summary>
    /// <value>Default 500 ms; 0 to 1 hour.</value>
    public Duration SlowStatement { get; set; } = Duration.FromMilliseconds(500);

    /// <summary>Connections that read at the same time; a database in memory has one for all.</summary>
    /// <value>Default 8; 1 to 100.</value>
    public int MaxReaders { get; set; } = 8;

    /// <summary>Page cache of each connection, in KiB.</summary>
    /// <value>Default 16,384 KiB; 256 to 1,048,576 KiB.</value>
    public int CacheSizeKiB { get; set; } = 16_384;

    internal bool IsInMemory => string.Equals(DataSource, InMemory, StringComparison.Ordinal);

    internal bool IsLocal => !DataSource.Contains("://", StringComparison.Ordinal);

    /// <summary>The data source only.</summary>
    public override string ToString() => DataSource;
}
