using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>One database with its connections: a local file, a shared database in memory, or a libSQL server. Thread-safe; lives as long as the app.</summary>
public sealed class TursoDataSource : DbDataSource
{
    private readonly TursoConnectionStringBuilder settings;
    private readonly SessionPool pool;
    private readonly Lock gate = new();
    private Session? keeper;
    private bool isDisposed;

    /// <summary>Takes a connection string; nothing is opened yet.</summary>
    /// <exception cref="ArgumentException">A keyword is unknown or a value is not allowed.</exception>
    public TursoDataSource(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Takes a connection string, and where the token for the server comes from.</summary>
    /// <param name="connectionString">Without a token.</param>
    /// <param name="authToken">Gives the token of today; asked again when the server refuses the one before.</param>
    public TursoDataSource(string connectionString, Func<CancellationToken, ValueTask<string?>>? authToken)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        settings = new TursoConnectionStringBuilder(connectionString);
        if (authToken is not null && settings.AuthToken.Length > 0)
            throw new ArgumentException("The connection string has a token and so has the delegate; give one of them.", nameof(authToken));
        pool = SessionPool.Of(settings, authToken);
    }

    /// <summary>The connection string without the token.</summary>
    public override string ConnectionString => settings.ToString();

    /// <summary>Makes a connection that is not open yet.</summary>
    public new TursoConnection CreateConnection()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return new TursoConnection(settings, pool);
    }

    /// <summary>Opens a connection.</summary>
    public new TursoConnection OpenConnection()
    {
        var connection = CreateConnection();
        try
        {
            KeepAlive();
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection.</summary>
    public new async ValueTask<TursoConnection> OpenConnectionAsync(CancellationToken cancellationToken = default)
    {
        var connection = CreateConnection();
        try
        {
            KeepAlive();
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes idle connections, so that a file can be deleted or replaced.</summary>
    public void Clear() => pool.Clear();

    /// <summary>The database only; the token stays out.</summary>
    public override string ToString() => $"{nameof(TursoDataSource)} {pool.DataSource}";

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => CreateConnection();

    /// <inheritdoc/>
    protected override DbConnection OpenDbConnection() => OpenConnection();

    /// <inheritdoc/>
    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        await OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            if (keeper is not null) await keeper.CloseAsync().ConfigureAwait(false);
            pool.Dispose();
        }

        await base.DisposeAsyncCore().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Blocking.Wait(DisposeAsyncCore());
        base.Dispose(disposing);
    }

    // A shared database in memory ends with its last connection, and would be empty at every opening.
    private void KeepAlive()
    {
        if (pool is not LocalPool { Settings: { IsMemory: true, IsShared: true } }) return;
        lock (gate)
        {
            keeper ??= Blocking.Wait(pool.RentAsync(CancellationToken.None));
        }
    }
}
