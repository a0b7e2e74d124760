using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Clinic.Storage.Turso;

/// <summary>A connection to a local SQLite file or to a libSQL server; both behave the same.</summary>
/// <remarks>Used by one caller at a time. Several readers of different commands may be open at once.</remarks>
public sealed partial class TursoConnection : DbConnection
{
    internal const int UsualTimeout = 30;

    private readonly List<TursoDataReader> readers = [];
    private readonly bool isOwned;
    private SessionPool? pool;
    private TursoConnectionStringBuilder? settings;
    private Session? session;
    private TursoTransaction? transaction;
    private string text = "";
    private int? timeout;
    private bool hidesSecret;

    /// <summary>Starts without a connection string.</summary>
    public TursoConnection()
    {
    }

    /// <summary>Starts with a connection string.</summary>
    /// <exception cref="ArgumentException">A keyword is unknown or a value is not allowed.</exception>
    public TursoConnection(string? connectionString) => ConnectionString = connectionString;

    internal TursoConnection(TursoConnectionStringBuilder settings, SessionPool pool)
    {
        this.settings = settings;
        this.pool = pool;
        isOwned = true;
        text = settings.ConnectionString;
        hidesSecret = true;
    }

    /// <inheritdoc/>
    /// <remarks>After the first opening the token is left out, unless Persist Security Info says otherwise.</remarks>
    [AllowNull]
    public override string ConnectionString
    {
        get => hidesSecret && settings is { AuthToken.Length: > 0, PersistSecurityInfo: false } ? settings.ToString() : text;
        set
        {
            if (session is not null) throw new InvalidOperationException("The connection is open; close it before changing its connection string.");
            if (isOwned) throw new InvalidOperationException("The connection belongs to a data source, which has the connection string.");
            settings = string.IsNullOrEmpty(value) ? null : new TursoConnectionStringBuilder(value);
            text = value ?? "";
            hidesSecret = false;
            pool = null;
        }
    }

    /// <summary>Always <c>main</c> while open, which is how SQLite calls it; empty otherwise.</summary>
    public override string Database => session is null ? "" : "main";

    /// <summary>The path or address of the database; empty without a connection string.</summary>
    public override string DataSource => session is not null && pool is not null ? pool.DataSource : settings?.DataSource ?? "";

    /// <summary>The version of the SQLite that runs the statements, or of the server.</summary>
    /// <exception cref="InvalidOperationException">The connection is not open.</exception>
    public override string ServerVersion => Session.ServerVersion;

    /// <inheritdoc/>
    public override ConnectionState State => session is null ? ConnectionState.Closed : ConnectionState.Open;

    /// <inheritdoc/>
    public override int ConnectionTimeout => settings?.ConnectTimeout ?? (int)Keyword.ConnectTimeout.Default;

    /// <summary>Seconds that commands of this connection may run, where they say nothing themselves.</summary>
    /// <value>Default 30, or Command Timeout of the connection string; 0 is without limit.</value>
    public int DefaultTimeout
    {
        get => timeout ?? settings?.CommandTimeout ?? UsualTimeout;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            timeout = value;
        }
    }

    /// <inheritdoc/>
    public override bool CanCreateBatch => true;

    /// <inheritdoc/>
    protected override DbProviderFactory DbProviderFactory => TursoFactory.Instance;

    /// <summary>The transaction that is open, or null.</summary>
    internal TursoTransaction? Transaction => transaction;

    internal Session Session => session ?? throw new InvalidOperationException("The connection is not open; call Open first.");

    /// <summary>Closes the idle connections of a connection string, so that a file can be deleted or replaced.</summary>
    public static void ClearPool(TursoConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        connection.pool?.Clear();
    }

    /// <summary>Closes all idle connections that no data source holds.</summary>
    public static void ClearAllPools() => SharedPools.Clear();

    /// <inheritdoc/>
    public override void Open() => Blocking.Wait(OpenCoreAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : OpenCoreAsync(cancellationToken).AsTask();

    /// <summary>Closes it: readers end, an open transaction is rolled back, and the session goes back to its pool.</summary>
    public override void Close() => Blocking.Wait(CloseCoreAsync());

    /// <inheritdoc/>
    public override Task CloseAsync() => CloseCoreAsync().AsTask();

    /// <summary>Not possible; open another connection instead.</summary>
    public override void ChangeDatabase(string databaseName) =>
        throw new NotSupportedException("A connection stays with its database; open another connection for another one.");

    /// <summary>Makes a command on this connection.</summary>
    public new TursoCommand CreateCommand() => new(null, this);

    /// <summary>Makes a batch on this connection.</summary>
    public new TursoBatch CreateBatch() => new(this);

    /// <summary>Begins a transaction that takes the write lock at once.</summary>
    public new TursoTransaction BeginTransaction() => BeginTransaction(IsolationLevel.Unspecified, deferred: false);

    /// <summary>Begins a transaction.</summary>
    /// <param name="deferred">True to take the write lock with the first write only: for transactions that mostly read.</param>
    public TursoTransaction BeginTransaction(bool deferred) => BeginTransaction(IsolationLevel.Unspecified, deferred);

    /// <summary>Begins a transaction that takes the write lock at once.</summary>
    public new TursoTransaction BeginTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel, deferred: false);

    /// <summary>Begins a transaction.</summary>
    /// <param name="isolationLevel">Unspecified to Serializable, all of which are serializable here.</param>
    /// <param name="deferred">True to take the write lock with the first write only.</param>
    /// <exception cref="ArgumentException">The level is Chaos or Snapshot.</exception>
    /// <exception cref="InvalidOperationException">The connection is closed or has a transaction open.</exception>
    public TursoTransaction BeginTransaction(IsolationLevel isolationLevel, bool deferred) =>
        Blocking.Wait(BeginCoreAsync(isolationLevel, deferred, CancellationToken.None));

    /// <summary>Begins a transaction that takes the write lock at once.</summary>
    public new ValueTask<TursoTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) =>
        BeginTransactionAsync(IsolationLevel.Unspecified, deferred: false, cancellationToken);

    /// <summary>Begins a transaction that takes the write lock at once.</summary>
    public new ValueTask<TursoTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default) =>
        BeginTransactionAsync(isolationLevel, deferred: false, cancellationToken);

    /// <summary>Begins a transaction.</summary>
    /// <param name="isolationLevel">Unspecified to Serializable, all of which are serializable here.</param>
    /// <param name="deferred">True to take the write lock with the first write only.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public ValueTask<TursoTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, bool deferred, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<TursoTransaction>(cancellationToken)
            : BeginCoreAsync(isolationLevel, deferred, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await CloseCoreAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The data source only.</summary>
    public override string ToString() => $"{nameof(TursoConnection)} {DataSource}";

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel);

    /// <inheritdoc/>
    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        await BeginTransactionAsync(isolationLevel, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => CreateCommand();

    /// <inheritdoc/>
    protected override DbBatch CreateDbBatch() => CreateBatch();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    internal void Track(TursoDataReader reader) => readers.Add(reader);

    internal void Untrack(TursoDataReader reader) => readers.Remove(reader);

    /// <summary>Ends all readers, because what they read is being rolled back or closed.</summary>
    internal void DetachReaders()
    {
        for (var i = readers.Count - 1; i >= 0; i--) readers[i].Detach();
    }

    internal void Forget(TursoTransaction ended)
    {
        if (ReferenceEquals(transaction, ended)) transaction = null;
    }

    /// <summary>After a failed statement: whether the database has rolled the transaction back.</summary>
    internal void NoteFailure() => transaction?.NoteFailure();

    private async ValueTask OpenCoreAsync(CancellationToken cancellationToken)
    {
        if (session is not null) throw new InvalidOperationException("The connection is open already.");
        if (settings is null) throw new InvalidOperationException("The connection has no connection string; set ConnectionString first.");
        pool ??= SharedPools.Of(text, settings);
        hidesSecret = true;
        session = await pool.RentAsync(cancellationToken).ConfigureAwait(false);
        OnStateChange(new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open));
    }

    private async ValueTask CloseCoreAsync()
    {
        if (session is not { } open) return;
        DetachReaders();
        transaction?.Detach();
        transaction = null;
        session = null;
        try
        {
            await open.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            OnStateChange(new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
        }
    }

    private async ValueTask<TursoTransaction> BeginCoreAsync(IsolationLevel level, bool deferred, CancellationToken cancellationToken)
    {
        if (level is not (IsolationLevel.Unspecified or IsolationLevel.ReadUncommitted or IsolationLevel.ReadCommitted or IsolationLevel.RepeatableRead or IsolationLevel.Serializable))
            throw new ArgumentException($"The isolation level {level} is not supported; transactions are Serializable, and lower levels are raised to it.", nameof(level));
        var open = Session;
        transaction?.NoteFailure();
        if (transaction is not null) throw new InvalidOperationException("The connection has a transaction open already; use savepoints (Save) for a part of it.");
        if (open.IsInTransaction) throw new InvalidOperationException("A BEGIN of an earlier command has a transaction open already.");
        await open.BeginAsync(deferred, DefaultTimeout, cancellationToken).ConfigureAwait(false);
        return transaction = new TursoTransaction(this, deferred);
    }
}
