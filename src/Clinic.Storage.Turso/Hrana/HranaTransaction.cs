using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>
/// A transaction over several requests. BEGIN rides on the first statement, COMMIT and close on the last, and every statement
/// runs only where the transaction is still open and the one before went well, so that nothing ever runs by itself.
/// </summary>
/// <remarks>One user at a time. A statement that fails leaves it open; one that is lost, committed or rolled back stays unusable.</remarks>
internal sealed class HranaTransaction(HranaStream stream, HranaTransactionMode mode) : IAsyncDisposable
{
    private bool begun;

    /// <summary>How long it waits for the write lock.</summary>
    public Duration Patience { get; init; } = stream.Client.Settings.Patience;

    /// <summary>Where it stands.</summary>
    public HranaTransactionState State { get; private set; } = HranaTransactionState.Open;

    /// <summary>Runs one statement.</summary>
    public async Task<HranaResult> ExecuteAsync(HranaStatement statement, CancellationToken cancellationToken) =>
        (await ExecuteAsync([statement], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Runs statements in order in one round trip; the first that fails stops the rest and leaves the transaction open.</summary>
    public async Task<IReadOnlyList<HranaResult>> ExecuteAsync(IReadOnlyList<HranaStatement> statements, CancellationToken cancellationToken)
    {
        var (results, error) = await TryExecuteAsync(statements, cancellationToken).ConfigureAwait(false);
        return error is null ? results : throw error;
    }

    /// <summary>Runs statements in order in one round trip; gives the results before the first that failed, and its error.</summary>
    public async Task<(IReadOnlyList<HranaResult> Results, TursoException? Error)> TryExecuteAsync(
        IReadOnlyList<HranaStatement> statements, CancellationToken cancellationToken)
    {
        RequireOpen();
        return statements.Count == 0 ? ([], null) : await RunAsync(statements, commits: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Commits, together with last statements if there are any; if one of them fails, all is rolled back.</summary>
    public async Task<IReadOnlyList<HranaResult>> CommitAsync(CancellationToken cancellationToken, params HranaStatement[] last)
    {
        RequireOpen();
        if (begun || last.Length > 0)
        {
            var (results, error) = await RunAsync(last, commits: true, cancellationToken).ConfigureAwait(false);
            return error is null ? results : throw error;
        }

        State = HranaTransactionState.Committed;
        return [];
    }

    /// <summary>Rolls back; nothing was kept even when the server cannot be asked.</summary>
    public async Task RollbackAsync()
    {
        RequireOpen();
        State = HranaTransactionState.RolledBack;
        await stream.CloseAsync().ConfigureAwait(false);
    }

    /// <summary>Sets a savepoint.</summary>
    public Task SaveAsync(string name, CancellationToken cancellationToken) => ExecuteAsync(new HranaStatement($"SAVEPOINT {Quoted(name)}"), cancellationToken);

    /// <summary>Takes back what was done since a savepoint, and keeps the savepoint.</summary>
    public Task RollbackToAsync(string name, CancellationToken cancellationToken) =>
        ExecuteAsync(new HranaStatement($"ROLLBACK TO {Quoted(name)}"), cancellationToken);

    /// <summary>Gives up a savepoint and keeps what was done since.</summary>
    public Task ReleaseAsync(string name, CancellationToken cancellationToken) => ExecuteAsync(new HranaStatement($"RELEASE {Quoted(name)}"), cancellationToken);

    /// <summary>Reads many rows one by one; nothing else may run until it is disposed, and it must be read to its end.</summary>
    public async Task<HranaCursor> OpenCursorAsync(HranaStatement statement, CancellationToken cancellationToken)
    {
        RequireOpen();
        if (!begun && (await RunAsync([], commits: false, cancellationToken).ConfigureAwait(false)).Error is { } error) throw error;
        try
        {
            return await HranaCursor.OpenAsync(
                stream, [new HranaStep(statement, HranaCondition.InTransaction)], HranaEffect.Uncommitted, closes: false, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            if (!stream.IsOpen) State = HranaTransactionState.Lost;
            throw;
        }
    }

    /// <summary>Rolls back what is still open.</summary>
    public async ValueTask DisposeAsync()
    {
        if (State == HranaTransactionState.Open) State = HranaTransactionState.RolledBack;
        await stream.CloseAsync().ConfigureAwait(false);
    }

    private async Task<(IReadOnlyList<HranaResult> Results, TursoException? Error)> RunAsync(IReadOnlyList<HranaStatement> statements, bool commits, CancellationToken cancellationToken)
    {
        var first = begun ? 0 : 1;
        var steps = Steps(statements, commits);
        HranaBatchResult batch;
        try
        {
            batch = await HranaRetry.RunAsync(Patience, () => SendAsync(steps, commits, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Without its conversation the transaction is gone; a commit may have been done.
            if (commits && e is OperationCanceledException or TursoException { Kind: TursoErrorKind.UnknownOutcome }) State = HranaTransactionState.Unknown;
            else if (commits || (begun && !stream.IsOpen) || e is OperationCanceledException or TursoException { Kind: TursoErrorKind.LostTransaction or TursoErrorKind.Timeout })
                State = HranaTransactionState.Lost;
            throw;
        }

        begun = true;
        var needed = first + statements.Count + (commits ? 1 : 0);
        var failed = Enumerable.Range(0, needed).FirstOrDefault(i => batch.Errors[i] is not null || batch.Results[i] is null, needed);
        var error = failed == needed ? null : Failure(batch.Errors[failed], commits);
        if (error is null && commits) State = HranaTransactionState.Committed;
        return ([.. batch.Results.Skip(first).Take(Math.Clamp(failed - first, 0, statements.Count)).Select(r => r!)], error);
    }

    private async Task<HranaBatchResult> SendAsync(HranaStep[] steps, bool commits, CancellationToken cancellationToken)
    {
        var batch = await stream.BatchAsync(
            steps, commits ? HranaEffect.Write : HranaEffect.Uncommitted, keepsState: begun, closes: commits, cancellationToken).ConfigureAwait(false);
        // Busy at the beginning: nothing was done, and it may be tried again.
        return !begun && batch.Errors[0] is { } error ? throw HranaErrors.Of(error) : batch;
    }

    private HranaStep[] Steps(IReadOnlyList<HranaStatement> statements, bool commits)
    {
        var steps = new List<HranaStep>(statements.Count + 3);
        if (!begun) steps.Add(new HranaStep(new HranaStatement(mode == HranaTransactionMode.Immediate ? "BEGIN IMMEDIATE" : "BEGIN")));
        foreach (var statement in statements) steps.Add(new HranaStep(statement, Going(steps.Count)));
        if (!commits) return [.. steps];
        steps.Add(new HranaStep(new HranaStatement("COMMIT"), Going(steps.Count)));
        steps.Add(new HranaStep(new HranaStatement("ROLLBACK"), HranaCondition.InTransaction));
        return [.. steps];
    }

    private static HranaCondition Going(int before) =>
        before == 0 ? HranaCondition.InTransaction : HranaCondition.And(HranaCondition.Ok(before - 1), HranaCondition.InTransaction);

    // A step that neither failed nor ran found no transaction any more.
    private TursoException Failure(HranaError? error, bool commits)
    {
        if (error is null)
        {
            State = HranaTransactionState.Lost;
            return HranaErrors.Lost("the server took it away, because it was open for too long while somebody waited.");
        }

        var explained = HranaErrors.Of(error);
        if (explained.Kind == TursoErrorKind.LostTransaction) State = HranaTransactionState.Lost;
        else if (commits) State = HranaTransactionState.RolledBack;
        return explained;
    }

    /// <summary>How it ended, for whoever goes on using it.</summary>
    public TursoException Ended() => State == HranaTransactionState.Unknown
        ? HranaHttpErrors.Unknown(stream.Client.Settings.Address, "the answer to the commit was lost")
        : HranaErrors.Lost("it had ended before.");

    private void RequireOpen()
    {
        if (State == HranaTransactionState.Open) return;
        if (State is HranaTransactionState.Lost or HranaTransactionState.Unknown) throw Ended();
        throw new InvalidOperationException(
            State == HranaTransactionState.Committed ? "The transaction has been committed." : "The transaction has been rolled back.");
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
