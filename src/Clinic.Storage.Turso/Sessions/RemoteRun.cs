using System.Data;

namespace Clinic.Storage.Turso;

/// <summary>Sends the statements of one command, as many as possible in one request.</summary>
internal sealed class RemoteRun(RemoteSession session, Work work)
{
    private const string TooLarge = "RESPONSE_TOO_LARGE";

    private readonly List<HranaResult> results = [];
    private bool writes;

    /// <summary>What the statements gave, up to the first that failed.</summary>
    public IReadOnlyList<HranaResult> Results => results;

    /// <summary>Why the statement after the last result failed, or null.</summary>
    public TursoException? Error { get; private set; }

    /// <summary>The rows of the only statement, when they come one by one.</summary>
    public HranaCursor? Cursor { get; private set; }

    /// <summary>What giving up now means, where a write that nothing can take back has been sent.</summary>
    public TursoException? Unknown(Exception inner) =>
        writes ? HranaHttpErrors.Unknown(session.Client.Settings.Address, "nobody waited for the answer", inner) : session.Unknown(inner);

    public async Task<bool> SendAsync(CancellationToken cancellationToken)
    {
        var from = 0;
        var at = 0;
        foreach (var statement in work.Statements) session.IsTouched |= statement.TouchesConnection;
        if (IsStream() && session.Broken() is null) return await OpenCursorAsync(cancellationToken).ConfigureAwait(false);
        while (from < work.Statements.Length && Error is null)
        {
            if (session.Broken() is { } broken && !IsControl(work.Statements[from]))
            {
                Error = broken;
                break;
            }

            if (IsControl(work.Statements[from]))
            {
                await ControlAsync(work.Statements[from++], cancellationToken).ConfigureAwait(false);
                results.Add(new HranaResult());
                continue;
            }

            var to = from;
            while (to < work.Statements.Length && !IsControl(work.Statements[to])) to++;
            var part = new HranaStatement[to - from];
            for (var i = from; i < to; i++) part[i - from] = Statement(work.Statements[i], ref at);
            await PartAsync(part, from, cancellationToken).ConfigureAwait(false);
            from = to;
        }

        return true;
    }

    private async Task PartAsync(HranaStatement[] part, int from, CancellationToken cancellationToken)
    {
        try
        {
            if (session.Transaction is { } transaction)
            {
                var (done, error) = await transaction.TryExecuteAsync(part, cancellationToken).ConfigureAwait(false);
                results.AddRange(done);
                if (error is not null) throw error;
                return;
            }

            var effect = Effect(from, part.Length);
            writes = effect == HranaEffect.Write;
            if (part.Length == 1) results.Add(await session.Stream.ExecuteAsync(part[0], effect, cancellationToken).ConfigureAwait(false));
            else await BatchAsync(part, effect, cancellationToken).ConfigureAwait(false);
            writes = false;
        }
        catch (TursoException e) when (e.Code == TooLarge && work.Statements is [{ OnlyReads: true }])
        {
            await OpenCursorAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TursoException e)
        {
            writes = false;
            Error = e;
        }
    }

    private async Task BatchAsync(HranaStatement[] part, HranaEffect effect, CancellationToken cancellationToken)
    {
        var steps = new HranaStep[part.Length];
        for (var i = 0; i < part.Length; i++) steps[i] = new HranaStep(part[i], i == 0 ? null : HranaCondition.Ok(i - 1));

        var batch = await session.Stream.BatchAsync(steps, effect, keepsState: false, closes: false, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < steps.Length && Error is null; i++)
        {
            if (batch.Errors[i] is { } error) Error = HranaErrors.Of(error);
            else if (batch.Results[i] is { } result) results.Add(result);
        }
    }

    private async Task<bool> OpenCursorAsync(CancellationToken cancellationToken)
    {
        var at = 0;
        var statement = Statement(work.Statements[0], ref at);
        try
        {
            Cursor = session.Transaction is { } transaction
                ? await transaction.OpenCursorAsync(statement, cancellationToken).ConfigureAwait(false)
                : await session.Client.OpenCursorAsync(statement, cancellationToken).ConfigureAwait(false);
        }
        catch (TursoException e)
        {
            Error = e;
        }

        return true;
    }

    private async Task ControlAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        try
        {
            switch (statement.Verb)
            {
                case "BEGIN":
                    session.BeginByText(!statement.Text.Contains("IMMEDIATE", StringComparison.OrdinalIgnoreCase) && !statement.Text.Contains("EXCLUSIVE", StringComparison.OrdinalIgnoreCase));
                    break;
                case "SAVEPOINT":
                    throw HranaErrors.Of(
                        TursoErrorKind.Statement, "A savepoint outside of a transaction begins one, which nothing would guard on a server; begin a transaction first.");
                case "ROLLBACK":
                    if (!session.IsInTransaction && session.Broken() is null) throw HranaErrors.Of(TursoErrorKind.Statement, "No transaction is open that could be rolled back.");
                    await session.RollbackAsync().ConfigureAwait(false);
                    break;
                default:
                    await session.CommitAsync(0, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
        catch (TursoException e)
        {
            Error = e;
        }
    }

    // Dapper asks for sequential access together with a single result in any case, and its small queries need no cursor.
    private bool IsStream() =>
        (work.Behavior & (CommandBehavior.SequentialAccess | CommandBehavior.SchemaOnly | CommandBehavior.SingleResult | CommandBehavior.SingleRow)) == CommandBehavior.SequentialAccess
        && work.Statements is [{ Verb: "SELECT" or "VALUES" }];

    // Transactions that are begun by a text are guarded step by step all the same.
    private bool IsControl(SqlStatement statement) =>
        statement.Verb is "BEGIN" or "COMMIT" or "END" || (statement.Verb == "SAVEPOINT" && !session.IsInTransaction) || (statement.Verb == "ROLLBACK" && !statement.Names("TO"));

    private HranaEffect Effect(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            if (work.Statements[i] is not { OnlyReads: true, TouchesConnection: false }) return HranaEffect.Write;
        }

        return HranaEffect.Read;
    }

    private HranaStatement Statement(SqlStatement statement, ref int at)
    {
        var used = new List<SqlValue>(statement.Parameters.Length);
        foreach (var parameter in statement.Parameters)
        {
            if (!parameter.IsGap) used.Add(work.Values[at]);
            at++;
        }

        var sql = statement.Positional;
        if ((work.Behavior & CommandBehavior.SchemaOnly) != 0 && statement.Verb is "SELECT" or "VALUES") sql = $"SELECT * FROM ({sql.TrimEnd().TrimEnd(';')}\n) LIMIT 0";
        return new HranaStatement(sql, [.. used]);
    }
}
