using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>The steps of a commit as statements that need no look at results: a guard is a statement that fails when it does not hold.</summary>
internal sealed class RemotePlan
{
    // Servers judge only whether a step went well. Text that is no JSON is an error, and errors stop the batch.
    private const string OneRowChanged = "SELECT json(CASE changes() WHEN 1 THEN 1 ELSE 'x' END)";
    private const string GuardFailed = "malformed JSON";

    private readonly List<HranaStatement> statements = [];
    private readonly List<(Step Step, bool IsGuard)> origins = [];

    public RemotePlan(IEnumerable<Step> steps)
    {
        foreach (var step in steps) Add(step);
    }

    public IReadOnlyList<HranaStatement> Statements => statements;

    /// <summary>The error for a statement that failed: a guard that did not hold or a taken key is a lost race about its fact.</summary>
    public Exception Explain(int failed, TursoException error)
    {
        var (step, isGuard) = origins[failed];
        if (isGuard && error.Message.Contains(GuardFailed, StringComparison.Ordinal)) return new ConcurrencyConflictException([step.Guard.Fact!.Value], error);
        return RemoteErrors.Translate(error, step.Guard.Fact);
    }

    private void Add(in Step step)
    {
        if (step.Guard.Kind == GuardKind.Holds)
        {
            Add(Holds(step.Sql), step.Values, step, isGuard: true);
            return;
        }

        Add(step.Sql, step.Values, step, isGuard: false);
        if (step.Guard.Kind == GuardKind.OneRow) Add(OneRowChanged, [], step, isGuard: true);
    }

    private void Add(string sql, SqlValue[] values, in Step step, bool isGuard)
    {
        statements.Add(new HranaStatement(sql, values));
        origins.Add((step, isGuard));
    }

    // Exactly one row, and its only column is neither NULL nor zero.
    private static string Holds(string select) =>
        $"WITH guard (holds) AS (\n{select}\n) SELECT json(CASE WHEN (SELECT count(*) = 1 AND coalesce(CAST(max(holds) AS INTEGER), 0) <> 0 FROM guard) THEN 1 ELSE 'x' END)";
}
