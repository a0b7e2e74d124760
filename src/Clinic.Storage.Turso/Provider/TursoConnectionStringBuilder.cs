using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Clinic.Storage.Turso;

/// <summary>Reads and writes connection strings for a local file, a database in memory, or a libSQL server.</summary>
/// <remarks>Strings of Microsoft.Data.Sqlite work. <see cref="ToString"/> leaves the token out; <see cref="DbConnectionStringBuilder.ConnectionString"/> holds it.</remarks>
public sealed class TursoConnectionStringBuilder : DbConnectionStringBuilder
{
    /// <summary>Starts with the defaults of every setting.</summary>
    public TursoConnectionStringBuilder()
    {
    }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">A keyword is unknown or a value is not allowed; the message says what is.</exception>
    public TursoConnectionStringBuilder(string? connectionString)
    {
        ConnectionString = connectionString ?? "";
    }

    /// <summary>A path, <c>:memory:</c>, a name in memory, <c>https://host</c>, <c>libsql://host</c>, or <c>http://localhost:port</c>.</summary>
    /// <value>Default empty, which is a temporary database.</value>
    [AllowNull]
    public string DataSource
    {
        get => Get<string>(Keyword.DataSource);
        set => this[Keyword.DataSource.Name] = value;
    }

    /// <summary>How a local file is opened.</summary>
    /// <value>Default <see cref="TursoOpenMode.ReadWriteCreate"/>.</value>
    public TursoOpenMode Mode
    {
        get => Get<TursoOpenMode>(Keyword.Mode);
        set => this[Keyword.Mode.Name] = value;
    }

    /// <summary>Whether connections share one cache.</summary>
    /// <value>Default <see cref="TursoCacheMode.Default"/>.</value>
    public TursoCacheMode Cache
    {
        get => Get<TursoCacheMode>(Keyword.Cache);
        set => this[Keyword.Cache.Name] = value;
    }

    /// <summary>How a local file keeps commits safe.</summary>
    /// <value>Default <see cref="TursoJournalMode.Wal"/>.</value>
    public TursoJournalMode JournalMode
    {
        get => Get<TursoJournalMode>(Keyword.JournalMode);
        set => this[Keyword.JournalMode.Name] = value;
    }

    /// <summary>When a local commit counts as written.</summary>
    /// <value>Default <see cref="TursoSynchronous.Full"/>.</value>
    public TursoSynchronous Synchronous
    {
        get => Get<TursoSynchronous>(Keyword.Synchronous);
        set => this[Keyword.Synchronous.Name] = value;
    }

    /// <summary>Whether foreign keys are enforced.</summary>
    /// <value>Default true. Servers enforce them in any case.</value>
    public bool ForeignKeys
    {
        get => Get<bool>(Keyword.ForeignKeys);
        set => this[Keyword.ForeignKeys.Name] = value;
    }

    /// <summary>Whether triggers may fire themselves, locally.</summary>
    /// <value>Default false.</value>
    public bool RecursiveTriggers
    {
        get => Get<bool>(Keyword.RecursiveTriggers);
        set => this[Keyword.RecursiveTriggers.Name] = value;
    }

    /// <summary>Page cache of each local connection, in KiB.</summary>
    /// <value>Default 16,384; 64 to 4,194,304.</value>
    public int CacheSizeKiB
    {
        get => Get<int>(Keyword.CacheSize);
        set => this[Keyword.CacheSize.Name] = value;
    }

    /// <summary>How long a statement waits for others that write, in milliseconds.</summary>
    /// <value>Default 10,000; 0 to 600,000.</value>
    public int BusyTimeout
    {
        get => Get<int>(Keyword.BusyTimeout);
        set => this[Keyword.BusyTimeout.Name] = value;
    }

    /// <summary>How long a command may run before it is stopped, in seconds.</summary>
    /// <value>Default 30; 0 is without limit, at most 86,400.</value>
    public int CommandTimeout
    {
        get => Get<int>(Keyword.CommandTimeout);
        set => this[Keyword.CommandTimeout.Name] = value;
    }

    /// <summary>How long opening waits for a free connection of the pool, in seconds.</summary>
    /// <value>Default 15; 0 is without limit, at most 3,600.</value>
    public int ConnectTimeout
    {
        get => Get<int>(Keyword.ConnectTimeout);
        set => this[Keyword.ConnectTimeout.Name] = value;
    }

    /// <summary>Whether closed connections are kept for the next use.</summary>
    /// <value>Default true. Databases in memory are never kept.</value>
    public bool Pooling
    {
        get => Get<bool>(Keyword.Pooling);
        set => this[Keyword.Pooling.Name] = value;
    }

    /// <summary>Connections that may be open at the same time.</summary>
    /// <value>Default 100; 1 to 1,000. Servers have about 128 for all their clients.</value>
    public int MaxPoolSize
    {
        get => Get<int>(Keyword.MaxPoolSize);
        set => this[Keyword.MaxPoolSize.Name] = value;
    }

    /// <summary>The token for a server.</summary>
    /// <value>Default empty. Left out of every text that this package writes.</value>
    [AllowNull]
    public string AuthToken
    {
        get => Get<string>(Keyword.AuthToken);
        set => this[Keyword.AuthToken.Name] = value;
    }

    /// <summary>The database on a server that has several.</summary>
    /// <value>Default empty: the one of the address.</value>
    [AllowNull]
    public string Namespace
    {
        get => Get<string>(Keyword.Namespace);
        set => this[Keyword.Namespace.Name] = value;
    }

    /// <summary>Whether an opened connection still tells the token in its connection string.</summary>
    /// <value>Default false.</value>
    public bool PersistSecurityInfo
    {
        get => Get<bool>(Keyword.PersistSecurityInfo);
        set => this[Keyword.PersistSecurityInfo.Name] = value;
    }

    /// <summary>The native SQLite library to load instead of the bundled one, by name or path.</summary>
    /// <value>Default empty. See <see cref="TursoNative"/>.</value>
    [AllowNull]
    public string NativeLibrary
    {
        get => Get<string>(Keyword.NativeLibrary);
        set => this[Keyword.NativeLibrary.Name] = value;
    }

    /// <inheritdoc/>
    public override bool IsFixedSize => true;

    /// <inheritdoc/>
    public override System.Collections.ICollection Keys => Keyword.Names;

    /// <inheritdoc/>
    public override System.Collections.ICollection Values
    {
        get
        {
            var values = new object[Keyword.All.Count];
            for (var i = 0; i < values.Length; i++) values[i] = this[Keyword.All[i].Name];
            return values;
        }
    }

    internal bool IsRemote => HranaAddress.Looks(DataSource);

    /// <inheritdoc/>
    [AllowNull]
    public override object this[string keyword]
    {
        get
        {
            // The base keeps texts.
            var known = Keyword.Of(keyword);
            return base.TryGetValue(known.Name, out var value) && value is not null ? known.Read(value) : known.Default;
        }

        set
        {
            var known = Keyword.Of(keyword);
            if (value is null) base.Remove(known.Name);
            else base[known.Name] = known.Read(value);
        }
    }

    /// <inheritdoc/>
    public override void Clear() => base.Clear();

    /// <inheritdoc/>
    public override bool ContainsKey(string keyword) => Keyword.TryOf(keyword, out _);

    /// <inheritdoc/>
    public override bool Remove(string keyword) => Keyword.TryOf(keyword, out var known) && base.Remove(known.Name);

    /// <inheritdoc/>
    public override bool ShouldSerialize(string keyword) => Keyword.TryOf(keyword, out var known) && base.ShouldSerialize(known.Name);

    /// <inheritdoc/>
    public override bool TryGetValue(string keyword, [NotNullWhen(true)] out object? value)
    {
        value = Keyword.TryOf(keyword, out var known) ? this[known.Name] : null;
        return value is not null;
    }

    /// <summary>The connection string without the token.</summary>
    public override string ToString()
    {
        if (AuthToken.Length == 0) return ConnectionString;
        var shown = new TursoConnectionStringBuilder(ConnectionString);
        shown.Remove(Keyword.AuthToken.Name);
        return shown.ConnectionString;
    }

    private T Get<T>(Keyword keyword) => (T)this[keyword.Name];
}
