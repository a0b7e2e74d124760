using System.Data;
using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>Several commands sent together: one round trip to a server.</summary>
/// <remarks>Not a transaction by itself: what ran before an error stays. The error names the command by its BatchCommand.</remarks>
public sealed class TursoBatch : DbBatch
{
    private readonly TursoBatchCommandCollection commands = new();
    private TursoConnection? connection;
    private TursoTransaction? transaction;
    private TursoDataReader? reader;
    private Results? running;
    private int? timeout;

    /// <summary>Starts without connection and commands.</summary>
    public TursoBatch()
    {
    }

    /// <summary>Starts on a connection.</summary>
    public TursoBatch(TursoConnection? connection, TursoTransaction? transaction = null)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>The commands in their order.</summary>
    public new TursoBatchCommandCollection BatchCommands => commands;

    /// <summary>The connection on which it runs.</summary>
    public new TursoConnection? Connection
    {
        get => connection;
        set
        {
            RequireNoReader();
            connection = value;
        }
    }

    /// <summary>The transaction of the connection in which it runs.</summary>
    public new TursoTransaction? Transaction
    {
        get => transaction;
        set => transaction = value;
    }

    /// <summary>Seconds that one call may take before it is stopped; 0 is without limit.</summary>
    /// <value>Default: that of the connection, 30.</value>
    public override int Timeout
    {
        get => timeout ?? connection?.DefaultTimeout ?? TursoConnection.UsualTimeout;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            timeout = value;
        }
    }

    /// <inheritdoc/>
    protected override DbBatchCommandCollection DbBatchCommands => commands;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection
    {
        get => connection;
        set => Connection = (TursoConnection?)value;
    }

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction
    {
        get => transaction;
        set => transaction = (TursoTransaction?)value;
    }

    /// <summary>Runs up to the first result.</summary>
    public new TursoDataReader ExecuteReader(CommandBehavior behavior = CommandBehavior.Default) => Blocking.Wait(ReaderAsync(behavior, CancellationToken.None));

    /// <summary>Runs up to the first result.</summary>
    public new async Task<TursoDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        await ReaderAsync(CommandBehavior.Default, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => Blocking.Wait(NonQueryAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<int>(cancellationToken) : NonQueryAsync(cancellationToken).AsTask();

    /// <inheritdoc/>
    public override object? ExecuteScalar() => Blocking.Wait(ScalarAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<object?>(cancellationToken) : ScalarAsync(cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Prepare() => Blocking.Wait(PrepareCoreAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override Task PrepareAsync(CancellationToken cancellationToken = default) => PrepareCoreAsync(cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Cancel() => running?.Cancel();

    /// <inheritdoc/>
    protected override DbBatchCommand CreateDbBatchCommand() => new TursoBatchCommand();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior);

    /// <inheritdoc/>
    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await ReaderAsync(behavior, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TursoDataReader> ReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var results = Begin(behavior);
        var opened = new TursoDataReader(connection!, results, behavior, Ended);
        reader = opened;
        connection!.Track(opened);
        try
        {
            await opened.StartAsync(cancellationToken).ConfigureAwait(false);
            return opened;
        }
        catch (TursoException e)
        {
            throw e.Of(Culprit(results));
        }
    }

    private async ValueTask<int> NonQueryAsync(CancellationToken cancellationToken)
    {
        var opened = await ReaderAsync(CommandBehavior.Default, cancellationToken).ConfigureAwait(false);
        var results = opened.Results!;
        try
        {
            await opened.CloseAsync().ConfigureAwait(false);
            return opened.RecordsAffected;
        }
        catch (TursoException e)
        {
            throw e.Of(Culprit(results));
        }
    }

    private async ValueTask<object?> ScalarAsync(CancellationToken cancellationToken)
    {
        var opened = await ReaderAsync(CommandBehavior.Default, cancellationToken).ConfigureAwait(false);
        var results = opened.Results!;
        try
        {
            var value = opened.FieldCount > 0 && await opened.ReadAsync(cancellationToken).ConfigureAwait(false) ? opened.GetValue(0) : null;
            await opened.CloseAsync().ConfigureAwait(false);
            return value;
        }
        catch (TursoException e)
        {
            throw e.Of(Culprit(results));
        }
    }

    private async ValueTask PrepareCoreAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var open = CommandCheck.Open(connection, nameof(Prepare));
        foreach (var command in commands.Items) await open.Session.PrepareAsync(command.Parsed().Statements, cancellationToken).ConfigureAwait(false);
    }

    private Results Begin(CommandBehavior behavior)
    {
        RequireNoReader();
        var open = CommandCheck.Open(connection, "Execute");
        if (commands.Count == 0) throw new InvalidOperationException("The batch has no commands; add some to BatchCommands.");
        CommandCheck.Transaction(open, transaction);
        var statements = new List<SqlStatement>();
        var values = new SqlValue[commands.Items.Sum(c => c.Parsed().Parameters)];
        var at = 0;
        foreach (var command in commands.Items)
        {
            var sql = command.Parsed();
            ParameterBinder.Fill(sql.Statements, command.Parameters, values, at);
            at += sql.Parameters;
            statements.AddRange(sql.Statements);
            command.Reset();
        }

        running = open.Session.Run(new Work([.. statements], values, behavior, Timeout));
        running.Counted = Count;
        return running;
    }

    private void Count(int place, int rows) => commands.At(place).Add(rows);

    private TursoBatchCommand? Culprit(Results results) => commands.Count == 0 ? null : commands.At(results.Place);

    private void Ended(TursoDataReader ended)
    {
        connection?.Untrack(ended);
        if (!ReferenceEquals(reader, ended)) return;
        if (running is not null) running.Counted = null;
        reader = null;
        running = null;
    }

    private void RequireNoReader()
    {
        if (reader is not null) throw new InvalidOperationException("A reader of this batch is open; close it first.");
    }
}
