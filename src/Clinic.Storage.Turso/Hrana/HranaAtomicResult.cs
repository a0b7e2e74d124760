namespace Clinic.Storage.Turso;

/// <summary>How a transaction in one batch ended.</summary>
/// <param name="Results">Of each statement, when all were committed.</param>
/// <param name="FailedStatement">The statement that failed, by its place; -1 when all were committed.</param>
/// <param name="Error">Why it failed; nothing was kept then.</param>
/// <param name="ReplicationIndex">How far a replica must be to see the commit.</param>
internal sealed record HranaAtomicResult(IReadOnlyList<HranaResult> Results, int FailedStatement, TursoException? Error, long? ReplicationIndex)
{
    public bool IsCommitted => Error is null;

    /// <summary>BEGIN, each statement if the one before went well, COMMIT, and ROLLBACK if that was not reached.</summary>
    public static HranaStep[] Steps(IReadOnlyList<HranaStatement> statements)
    {
        var steps = new HranaStep[statements.Count + 3];
        steps[0] = new HranaStep(new HranaStatement("BEGIN IMMEDIATE"));
        for (var i = 0; i < statements.Count; i++) steps[i + 1] = new HranaStep(statements[i], After(i));
        steps[^2] = new HranaStep(new HranaStatement("COMMIT"), After(statements.Count));
        steps[^1] = new HranaStep(new HranaStatement("ROLLBACK"), HranaCondition.InTransaction);
        return steps;
    }

    /// <exception cref="TursoException">The transaction could not begin, was taken away, or could not be committed.</exception>
    public static HranaAtomicResult Of(HranaBatchResult batch)
    {
        var commit = batch.Results.Count - 2;
        if (batch.Results[commit] is not null)
            return new HranaAtomicResult([.. batch.Results.Skip(1).Take(commit - 1).Select(r => r!)], -1, null, batch.ReplicationIndex);
        var failed = batch.FirstError;
        if (failed < 0) throw HranaErrors.LostAtomic();
        var error = HranaErrors.Of(batch.Errors[failed]!);
        if (error.Kind == TursoErrorKind.LostTransaction) throw HranaErrors.LostAtomic();
        if (error.Kind == TursoErrorKind.Busy) throw error;
        if (failed == 0 || failed >= commit) throw error;
        return new HranaAtomicResult([], failed - 1, error, null);
    }

    private static HranaCondition After(int step) => HranaCondition.And(HranaCondition.Ok(step), HranaCondition.InTransaction);
}
