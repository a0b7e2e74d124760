using System.Diagnostics.CodeAnalysis;

namespace Clinic.Storage.Turso;

/// <summary>A conversation with a server. BEGIN rides on the first statement of a transaction, and COMMIT with the close on its end.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "CloseAsync disposes it, because a server is told.")]
internal sealed class RemoteSession(RemotePool pool) : Session
{
    private HranaTransaction? transaction;
    private bool isByText;

    public HranaStream Stream { get; } = pool.Client.OpenStream();

    public HranaClient Client => pool.Client;

    /// <summary>Whether something was changed that the next user of the conversation must not meet.</summary>
    public bool IsTouched { get; set; }

    public override string ServerVersion => pool.Version;

    public override bool IsInTransaction => transaction is { State: HranaTransactionState.Open };

    public HranaTransaction? Transaction => IsInTransaction ? transaction : null;

    public override Results Run(in Work work) => new RemoteResults(this, work);

    // Statements are checked where they run; asking before would be another round trip.
    public override ValueTask PrepareAsync(SqlStatement[] statements, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ValueTask BeginAsync(bool isDeferred, int timeout, CancellationToken cancellationToken)
    {
        if (Broken() is { } broken) throw broken;
        Begin(isDeferred);
        return ValueTask.CompletedTask;
    }

    /// <summary>Begins by a statement: nobody but the connection knows of it, so that it says itself when it was lost.</summary>
    public void BeginByText(bool isDeferred)
    {
        if (Broken() is { } broken) throw broken;
        Begin(isDeferred);
        isByText = true;
    }

    /// <summary>The transaction that was begun by a statement and has ended by itself; until somebody ends it too, nothing runs.</summary>
    public TursoException? Broken() => isByText && transaction is { State: not HranaTransactionState.Open } over ? over.Ended() : null;

    /// <summary>What giving up now means, where a commit has been sent.</summary>
    public TursoException? Unknown(Exception inner) =>
        IsOutcomeUnknown ? HranaHttpErrors.Unknown(Client.Settings.Address, "nobody waited for the answer to the commit", inner) : null;

    public override bool IsOutcomeUnknown => transaction is { State: HranaTransactionState.Unknown };

    private void Begin(bool isDeferred)
    {
        isByText = false;
        if (IsInTransaction) throw HranaErrors.Of(TursoErrorKind.Statement, "A transaction is open already; use savepoints for a part of it.");
        transaction = new HranaTransaction(Stream, isDeferred ? HranaTransactionMode.Deferred : HranaTransactionMode.Immediate);
    }

    public override async ValueTask CommitAsync(int timeout, CancellationToken cancellationToken)
    {
        if (Broken() is { } broken)
        {
            transaction = null;
            throw broken;
        }

        if (transaction is not { State: HranaTransactionState.Open } open) throw HranaErrors.Of(TursoErrorKind.Statement, "No transaction is open that could be committed.");
        await RemoteLimit.RunAsync(token => open.CommitAsync(token), timeout, Unknown, cancellationToken).ConfigureAwait(false);
        transaction = null;
    }

    public override async ValueTask RollbackAsync()
    {
        if (transaction is { State: HranaTransactionState.Open } open) await open.RollbackAsync().ConfigureAwait(false);
        transaction = null;
    }

    public override async ValueTask CloseAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync().ConfigureAwait(false);
            transaction = null;
            if (IsTouched || Stream.IsOld || !pool.Keeps) await Stream.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            pool.Return(this);
        }
    }
}
