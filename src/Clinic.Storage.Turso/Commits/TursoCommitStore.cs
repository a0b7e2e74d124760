using System.Diagnostics;
using Clinic.Abstractions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Commits whole units, and answers what was done before.</summary>
internal sealed class TursoCommitStore(ClinicDatabase source, IIdGenerator ids, ILogger<TursoCommitStore> logger) : ICommitStore
{
    private const string Find =
        "SELECT name, actor_id, payload_hash, answer, at FROM commands WHERE tenant_id = ?1 AND id = ?2";

    /// <inheritdoc/>
    public Task<CommandRecord?> FindCommandAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken) =>
        source.FindAsync(
            Find,
            [tenant.Value, command.Value],
            r => new CommandRecord(tenant, command, r.Text(0), r.Id<PersonId>(1), r.Text(2), r.Text(3), r.Instant(4)),
            cancellationToken);

    /// <inheritdoc/>
    public StagedUnit Begin(CommandContext context, string commandName, Instant now) => new TursoUnit(context, commandName, now, ids);

    /// <inheritdoc/>
    public async Task CommitAsync(StagedUnit unit, CommandRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var mine = TursoUnit.Of(unit);
        using var activity = TursoDiagnostics.Source.StartActivity("commit");
        var started = Stopwatch.GetTimestamp();
        var plan = CommitPlan.Of(mine, record, source);
        activity?.SetTag("clinic.command", record.Name).SetTag("clinic.steps", plan.Length);
        try
        {
            await source.CommitAsync(plan, cancellationToken).ConfigureAwait(false);
            TursoDiagnostics.Commits.Add(1);
        }
        catch (ConcurrencyConflictException e)
        {
            TursoDiagnostics.Conflicts.Add(1);
            activity?.SetStatus(ActivityStatusCode.Error, e.Code);
            Log.Conflict(logger, record.Command.ToString(), record.Name, string.Join(", ", e.Facts));
            throw;
        }
        finally
        {
            Measure(record, started);
        }
    }

    /// <inheritdoc/>
    public Task RecordRefusalAsync(AuditEntry refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var step = AuditStatements.Of(refusal);
        return source.WriteAsync(step.Sql, step.Values, cancellationToken);
    }

    private void Measure(CommandRecord record, long started)
    {
        var took = Stopwatch.GetElapsedTime(started);
        TursoDiagnostics.CommitDuration.Record(took.TotalSeconds);
        if (took >= source.Options.SlowStatement.ToTimeSpan()) Log.SlowStatement(logger, took.TotalMilliseconds, record.Name);
    }
}
