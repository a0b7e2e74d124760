using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Clinic.Storage.Turso;

/// <summary>One or several SQL statements with their parameters.</summary>
/// <remarks>Statements are prepared once per connection and text, also for other commands with the same text.</remarks>
public sealed class TursoCommand : DbCommand
{
    private readonly TursoParameterCollection parameters = new();
    private TursoConnection? connection;
    private TursoTransaction? transaction;
    private TursoDataReader? reader;
    private Results? running;
    private Action<TursoDataReader>? ended;
    private SqlText? parsed;
    private SqlValue[] values = [];
    private string text = "";
    private int? timeout;

    /// <summary>Starts without text and connection.</summary>
    public TursoCommand()
    {
    }

    /// <summary>Starts with a text.</summary>
    public TursoCommand(string? commandText) => text = commandText ?? "";

    /// <summary>Starts with a text on a connection.</summary>
    public TursoCommand(string? commandText, TursoConnection? connection, TursoTransaction? transaction = null)
        : this(commandText)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A reader of this command is open.</exception>
    [AllowNull]
    public override string CommandText
    {
        get => text;
        set
        {
            RequireNoReader(nameof(CommandText));
            text = value ?? "";
            parsed = null;
        }
    }

    /// <summary>Seconds that one call may take before it is stopped; 0 is without limit.</summary>
    /// <value>Default: that of the connection, 30.</value>
    public override int CommandTimeout
    {
        get => timeout ?? connection?.DefaultTimeout ?? TursoConnection.UsualTimeout;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            timeout = value;
        }
    }

    /// <inheritdoc/>
    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new ArgumentException($"The command type {value} is not supported; SQLite has SQL texts only.", nameof(value));
        }
    }

    /// <summary>The connection on which it runs.</summary>
    public new TursoConnection? Connection
    {
        get => connection;
        set
        {
            RequireNoReader(nameof(Connection));
            connection = value;
        }
    }

    /// <summary>The transaction of the connection in which it runs.</summary>
    public new TursoTransaction? Transaction
    {
        get => transaction;
        set => transaction = value;
    }

    /// <summary>The values for the parameters in the text.</summary>
    public new TursoParameterCollection Parameters => parameters;

    /// <inheritdoc/>
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc/>
    public override UpdateRowSource UpdatedRowSource { get; set; } = UpdateRowSource.None;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection
    {
        get => connection;
        set => Connection = (TursoConnection?)value;
    }

    /// <inheritdoc/>
    protected override DbParameterCollection DbParameterCollection => parameters;

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction
    {
        get => transaction;
        set => transaction = (TursoTransaction?)value;
    }

    /// <summary>Stops what this command runs, from another thread; the running call throws.</summary>
    public override void Cancel() => running?.Cancel();

    /// <summary>Prepares all statements of the text; statements are kept prepared in any case after their first use.</summary>
    public override void Prepare() => Blocking.Wait(PrepareCoreAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override Task PrepareAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : PrepareCoreAsync(cancellationToken).AsTask();

    /// <summary>Runs all statements; gives the rows changed, or -1 when none could change any.</summary>
    public override int ExecuteNonQuery() => Blocking.Wait(NonQueryAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<int>(cancellationToken) : NonQueryAsync(cancellationToken).AsTask();

    /// <summary>Runs all statements; gives the first value of the first result, or null when it has no row.</summary>
    public override object? ExecuteScalar() => Blocking.Wait(ScalarAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<object?>(cancellationToken) : ScalarAsync(cancellationToken).AsTask();

    /// <summary>Runs the text up to its first result.</summary>
    public new TursoDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);

    /// <summary>Runs the text up to its first result.</summary>
    public new TursoDataReader ExecuteReader(CommandBehavior behavior) => Blocking.Wait(ReaderAsync(behavior, CancellationToken.None));

    /// <summary>Runs the text up to its first result.</summary>
    public new Task<TursoDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        ExecuteReaderAsync(CommandBehavior.Default, cancellationToken);

    /// <summary>Runs the text up to its first result.</summary>
    public new async Task<TursoDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await ReaderAsync(behavior, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override DbParameter CreateDbParameter() => new TursoParameter();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior);

    /// <inheritdoc/>
    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await ExecuteReaderAsync(behavior, cancellationToken).ConfigureAwait(false);

    private async ValueTask<int> NonQueryAsync(CancellationToken cancellationToken)
    {
        var results = Begin(CommandBehavior.Default);
        try
        {
            while (await results.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            return results.RecordsAffected;
        }
        catch
        {
            connection!.NoteFailure();
            throw;
        }
        finally
        {
            running = null;
            await results.CloseAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<object?> ScalarAsync(CancellationToken cancellationToken)
    {
        var results = Begin(CommandBehavior.Default);
        try
        {
            object? value = null;
            if (await results.NextResultAsync(cancellationToken).ConfigureAwait(false) && await results.ReadAsync(cancellationToken).ConfigureAwait(false))
                value = FieldReader.Value(results, 0);
            while (await results.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            return value;
        }
        catch
        {
            connection!.NoteFailure();
            throw;
        }
        finally
        {
            running = null;
            await results.CloseAsync().ConfigureAwait(false);
        }
    }

    private ValueTask<TursoDataReader> ReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var results = Begin(behavior);
        var opened = new TursoDataReader(connection!, results, behavior, ended ??= Ended);
        reader = opened;
        connection!.Track(opened);
        var starting = opened.StartAsync(cancellationToken);
        return starting.IsCompletedSuccessfully ? new ValueTask<TursoDataReader>(opened) : AwaitAsync(opened, starting);
    }

    private static async ValueTask<TursoDataReader> AwaitAsync(TursoDataReader opened, ValueTask<bool> starting)
    {
        await starting.ConfigureAwait(false);
        return opened;
    }

    private async ValueTask PrepareCoreAsync(CancellationToken cancellationToken)
    {
        var open = CommandCheck.Open(connection, nameof(Prepare));
        var statements = Parsed().Statements;
        await open.Session.PrepareAsync(statements, cancellationToken).ConfigureAwait(false);
    }

    private Results Begin(CommandBehavior behavior)
    {
        RequireNoReader("Execute");
        var open = CommandCheck.Open(connection, "Execute");
        var sql = Parsed();
        CommandCheck.Transaction(open, transaction);
        if (values.Length != sql.Parameters) values = sql.Parameters == 0 ? [] : new SqlValue[sql.Parameters];
        ParameterBinder.Fill(sql.Statements, parameters, values, 0);
        running = open.Session.Run(new Work(sql.Statements, values, behavior, CommandTimeout));
        return running;
    }

    private SqlText Parsed()
    {
        if (text.Length == 0) throw new InvalidOperationException("The command has no text; set CommandText.");
        return parsed ??= SqlText.Of(text);
    }

    private void Ended(TursoDataReader over)
    {
        connection?.Untrack(over);
        if (!ReferenceEquals(reader, over)) return;
        reader = null;
        running = null;
    }

    private void RequireNoReader(string what)
    {
        if (reader is not null) throw new InvalidOperationException($"A reader of this command is open; close it before {what}.");
    }
}
