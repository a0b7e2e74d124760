using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Where the database lies, and how patient its connections are.</summary>
public sealed class TursoOptions
{
    /// <summary>The name of a database that lives in memory, as long as its data source.</summary>
    public const string InMemory = ":memory:";

    /// <summary>The path of the database file, <c>:memory:</c>, or the address of a libSQL server: <c>https://</c>, <c>libsql://</c>, or <c>http://</c> on this machine.</summary>
    /// <value>Required; relative paths start at the current directory. An address holds no token.</value>
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

    /// <summary>The token of the server, if it does not change; for one that does, <see cref="AuthTokenProvider"/>.</summary>
    /// <value>Default none; for servers only.</value>
    public string? AuthToken { get; set; }

    /// <summary>Gives the token of the server; asked again when the server refuses the one before.</summary>
    /// <value>Default none; for servers only.</value>
    public Func<CancellationToken, ValueTask<string?>>? AuthTokenProvider { get; set; }

    /// <summary>The database among several on one server of one's own, such as one for each tenant.</summary>
    /// <value>Default none; letters, digits, hyphens and underscores, at most 64.</value>
    public string? Namespace { get; set; }

    /// <summary>Connections to the server at the same time; more calls wait.</summary>
    /// <value>Default 32; 1 to 128.</value>
    public int MaxConnections { get; set; } = 32;

    internal bool IsRemote => HranaAddress.Looks(DataSource);

    internal bool IsInMemory => string.Equals(DataSource, InMemory, StringComparison.Ordinal);

    internal bool IsLocal => !DataSource.Contains("://", StringComparison.Ordinal);

    /// <summary>The data source only, without anything that could be secret.</summary>
    public override string ToString() =>
        !IsRemote ? DataSource : HranaAddress.Failure(DataSource) is null ? HranaAddress.Parse(DataSource).ToString() : "an address that cannot be used";
}
