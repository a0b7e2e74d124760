using System.Collections;
using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>Reads the results of a command forwards, row by row, as the engine gives them.</summary>
/// <remarks>
/// Statements of a command run when they are reached; closing runs those that are left, and throws what they throw.
/// </remarks>
public sealed partial class TursoDataReader : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly TursoConnection connection;
    private readonly CommandBehavior behavior;
    private readonly Action<TursoDataReader>? closed;
    private Results? results;
    private int fieldCount;
    private int affected = -1;
    private bool isAtRow;
    private bool hasRead;
    private bool isDone;

    internal TursoDataReader(TursoConnection connection, Results results, CommandBehavior behavior, Action<TursoDataReader>? closed)
    {
        this.connection = connection;
        this.results = results;
        this.behavior = behavior;
        this.closed = closed;
    }

    /// <inheritdoc/>
    public override int Depth => 0;

    /// <inheritdoc/>
    public override int FieldCount => Open("FieldCount") is null ? 0 : fieldCount;

    /// <inheritdoc/>
    public override bool HasRows => Open("HasRows").HasRows && !isDone;

    /// <inheritdoc/>
    public override bool IsClosed => results is null;

    /// <summary>Rows that the statements up to here inserted, changed or deleted; -1 when none of them could.</summary>
    public override int RecordsAffected => results?.RecordsAffected ?? affected;

    /// <inheritdoc/>
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc/>
    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>The results, for errors of batches.</summary>
    internal Results? Results => results;

    /// <inheritdoc/>
    public override bool Read() => Blocking.Wait(ReadCoreAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await ReadCoreAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override bool NextResult() => Blocking.Wait(NextResultCoreAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override async Task<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await NextResultCoreAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Close() => Blocking.Wait(CloseCoreAsync());

    /// <inheritdoc/>
    public override async Task CloseAsync() => await CloseCoreAsync().ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await CloseCoreAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    /// <inheritdoc/>
    public override DataTable? GetSchemaTable()
    {
        var columns = GetColumnSchema();
        return columns.Count == 0 ? null : ColumnSchema.Table(columns);
    }

    /// <inheritdoc/>
    public ReadOnlyCollection<DbColumn> GetColumnSchema()
    {
        var open = Open("GetColumnSchema");
        return ColumnSchema.Of(fieldCount == 0 ? [] : open.Origins(), connection.DataSource, GetFieldType, GetDataTypeName);
    }

    /// <inheritdoc/>
    public override Task<ReadOnlyCollection<DbColumn>> GetColumnSchemaAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<ReadOnlyCollection<DbColumn>>(cancellationToken) : Task.FromResult(GetColumnSchema());

    /// <summary>Goes to the first result.</summary>
    internal ValueTask<bool> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var moving = MoveAsync(results!, cancellationToken);
            return moving.IsCompletedSuccessfully ? moving : AwaitStartAsync(moving);
        }
        catch
        {
            Detach();
            throw;
        }
    }

    /// <summary>Ends it without running anything more, because its connection is closed or its start failed.</summary>
    internal void Detach()
    {
        if (results is not { } open) return;
        results = null;
        affected = open.RecordsAffected;
        open.Drop();
        isAtRow = false;
        fieldCount = 0;
        closed?.Invoke(this);
    }

    private async ValueTask<bool> AwaitStartAsync(ValueTask<bool> moving)
    {
        try
        {
            return await moving.ConfigureAwait(false);
        }
        catch
        {
            Detach();
            throw;
        }
    }

    // Local work is done at once; the asynchronous half below is for servers and queues.
    private ValueTask<bool> MoveAsync(Results open, CancellationToken cancellationToken)
    {
        isAtRow = false;
        hasRead = false;
        fieldCount = 0;
        try
        {
            var moving = open.NextResultAsync(cancellationToken);
            if (!moving.IsCompletedSuccessfully) return AwaitMoveAsync(open, moving);
            fieldCount = open.Columns.Length;
            return moving;
        }
        catch
        {
            connection.NoteFailure();
            throw;
        }
    }

    private async ValueTask<bool> AwaitMoveAsync(Results open, ValueTask<bool> moving)
    {
        try
        {
            var found = await moving.ConfigureAwait(false);
            fieldCount = open.Columns.Length;
            return found;
        }
        catch
        {
            connection.NoteFailure();
            throw;
        }
    }

    private ValueTask<bool> ReadCoreAsync(CancellationToken cancellationToken)
    {
        var open = Open("Read");
        if (isDone || (hasRead && (behavior & CommandBehavior.SingleRow) != 0))
        {
            isAtRow = false;
            return new ValueTask<bool>(false);
        }

        isAtRow = false;
        try
        {
            var reading = open.ReadAsync(cancellationToken);
            if (!reading.IsCompletedSuccessfully) return AwaitRowAsync(reading);
            isAtRow = hasRead = reading.Result;
        }
        catch
        {
            connection.NoteFailure();
            throw;
        }

        return new ValueTask<bool>(isAtRow);
    }

    private async ValueTask<bool> AwaitRowAsync(ValueTask<bool> reading)
    {
        try
        {
            return isAtRow = hasRead = await reading.ConfigureAwait(false);
        }
        catch
        {
            connection.NoteFailure();
            throw;
        }
    }

    private async ValueTask<bool> NextResultCoreAsync(CancellationToken cancellationToken)
    {
        var open = Open("NextResult");
        if (isDone) return false;
        if ((behavior & (CommandBehavior.SingleResult | CommandBehavior.SingleRow)) == 0) return await MoveAsync(open, cancellationToken).ConfigureAwait(false);
        while (await MoveAsync(open, cancellationToken).ConfigureAwait(false))
        {
        }

        isDone = true;
        return false;
    }

    private ValueTask CloseCoreAsync()
    {
        if (results is not { } open) return ValueTask.CompletedTask;
        if (!open.IsLast || (behavior & CommandBehavior.CloseConnection) != 0) return RunRestAsync(open);
        try
        {
            return open.CloseAsync();
        }
        catch
        {
            connection.NoteFailure();
            throw;
        }
        finally
        {
            End(open);
        }
    }

    private async ValueTask RunRestAsync(Results open)
    {
        try
        {
            while (await open.NextResultAsync(CancellationToken.None).ConfigureAwait(false))
            {
            }
        }
        catch
        {
            connection.NoteFailure();
            throw;
        }
        finally
        {
            await open.CloseAsync().ConfigureAwait(false);
            End(open);
            if ((behavior & CommandBehavior.CloseConnection) != 0) await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    private void End(Results open)
    {
        results = null;
        affected = open.RecordsAffected;
        isAtRow = false;
        fieldCount = 0;
        closed?.Invoke(this);
    }

    private Results Open(string member) =>
        results ?? throw new InvalidOperationException($"The reader is closed; {member} needs it open.");
}
