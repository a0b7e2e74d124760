using System.Data;
using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>A transaction of one connection; commands take part by their Transaction property.</summary>
/// <remarks>Once the database has taken it away, every use throws and nothing of it is kept.</remarks>
public sealed class TursoTransaction : DbTransaction
{
    private TursoConnection? connection;
    private TransactionEnd end;
    private bool isDisposed;

    internal TursoTransaction(TursoConnection connection, bool isDeferred)
    {
        this.connection = connection;
        IsDeferred = isDeferred;
    }

    private enum TransactionEnd
    {
        None,
        Committed,
        RolledBack,
        Lost,
        Unknown,
    }

    /// <summary>The connection while it is open; null afterwards.</summary>
    public new TursoConnection? Connection => connection;

    /// <summary>Whether the write lock is taken by the first write, and not at the beginning.</summary>
    public bool IsDeferred { get; }

    /// <inheritdoc/>
    /// <value>Always <see cref="IsolationLevel.Serializable"/>, which every lower level is raised to.</value>
    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    /// <inheritdoc/>
    public override bool SupportsSavepoints => true;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection => connection;

    /// <inheritdoc/>
    public override void Commit() => Blocking.Wait(CommitCoreAsync(CancellationToken.None));

    /// <inheritdoc/>
    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await CommitCoreAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Rollback() => Blocking.Wait(RollbackCoreAsync());

    /// <inheritdoc/>
    public override async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await RollbackCoreAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Save(string savepointName) => Blocking.Wait(SavepointAsync("SAVEPOINT", savepointName, CancellationToken.None));

    /// <inheritdoc/>
    public override Task SaveAsync(string savepointName, CancellationToken cancellationToken = default) =>
        SavepointAsync("SAVEPOINT", savepointName, cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Rollback(string savepointName) => Blocking.Wait(SavepointAsync("ROLLBACK TO", savepointName, CancellationToken.None));

    /// <inheritdoc/>
    public override Task RollbackAsync(string savepointName, CancellationToken cancellationToken = default) =>
        SavepointAsync("ROLLBACK TO", savepointName, cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Release(string savepointName) => Blocking.Wait(SavepointAsync("RELEASE", savepointName, CancellationToken.None));

    /// <inheritdoc/>
    public override Task ReleaseAsync(string savepointName, CancellationToken cancellationToken = default) =>
        SavepointAsync("RELEASE", savepointName, cancellationToken).AsTask();

    /// <summary>Rolls back what was not committed.</summary>
    public override async ValueTask DisposeAsync()
    {
        await DisposeCoreAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Blocking.Wait(DisposeCoreAsync());
        base.Dispose(disposing);
    }

    /// <summary>Throws when it was lost, before a command would run without it.</summary>
    internal void RequireOpen()
    {
        NoteFailure();
        if (end == TransactionEnd.Unknown) throw Unknown();
        if (end == TransactionEnd.Lost) throw LocalErrors.Lost("the database ended it.");
        if (end != TransactionEnd.None) throw Over();
    }

    /// <summary>After a failed command: whether the database has rolled everything back.</summary>
    internal void NoteFailure()
    {
        if (connection is { } known && !known.Session.IsInTransaction) Leave(known.Session.IsOutcomeUnknown ? TransactionEnd.Unknown : TransactionEnd.Lost);
    }

    /// <summary>The connection is being closed, which rolls back.</summary>
    internal void Detach()
    {
        if (end == TransactionEnd.None) Leave(TransactionEnd.RolledBack);
    }

    private async ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        RequireOpen();
        var open = connection!;
        try
        {
            await open.Session.CommitAsync(open.DefaultTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            NoteFailure();
            throw;
        }

        Leave(TransactionEnd.Committed);
    }

    private async ValueTask RollbackCoreAsync()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        NoteFailure();
        if (end == TransactionEnd.Lost)
        {
            // What was asked for has happened already; a second time it is an error like any other.
            end = TransactionEnd.RolledBack;
            return;
        }

        RequireOpen();
        await UndoAsync().ConfigureAwait(false);
    }

    private async ValueTask UndoAsync()
    {
        var open = connection!;
        open.DetachReaders();
        try
        {
            await open.Session.RollbackAsync().ConfigureAwait(false);
        }
        finally
        {
            Leave(TransactionEnd.RolledBack);
        }
    }

    private async ValueTask SavepointAsync(string verb, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        RequireOpen();
        var command = connection!.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = this;
            command.CommandText = $"{verb} {Identifier.Quoted(name)}";
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask DisposeCoreAsync()
    {
        if (isDisposed) return;
        isDisposed = true;
        if (end != TransactionEnd.None) return;
        NoteFailure();
        if (end == TransactionEnd.None) await UndoAsync().ConfigureAwait(false);
    }

    private void Leave(TransactionEnd how)
    {
        end = how;
        connection?.Forget(this);
        connection = null;
    }

    private static TursoException Unknown() => HranaErrors.Of(
        TursoErrorKind.UnknownOutcome,
        "It is not known whether the transaction was committed, because the answer was lost. Look before repeating it; a rollback is not possible any more.",
        "UNKNOWN_OUTCOME");

    private InvalidOperationException Over() => new(
        end == TransactionEnd.Committed
            ? "The transaction has been committed; begin another one."
            : "The transaction has been rolled back; begin another one.");
}
