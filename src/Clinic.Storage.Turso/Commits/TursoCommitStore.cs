using System.Diagnostics;
using Clinic.Abstractions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Commits whole units, and answers what was done before.</summary>
internal sealed class TursoCommitStore(ClinicDatabase source, IIdGenerator ids, ILogger<TursoCommitStore> logger) : ICommitStore
{
    private const int MostTries = 5;

    private const string Find =
        "SELECT name, actor_id, payload_hash, answer, at FROM commands WHERE tenant_id = ?1 AND id = ?2";

    /// <inheritdoc/>
    public Task<CommandRecord?> FindCommandAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken) =>
        source.FindAsync(
            Find,
            [tenant.Value, command.Value],
            Read(tenant, command),
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
            await CommitSettledAsync(plan, record, cancellationToken).ConfigureAwait(false);
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
    public async Task RecordRefusalAsync(AuditEntry refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var step = AuditStatements.Of(refusal);
        for (var left = MostTries; ; left--)
        {
            try
            {
                await source.WriteAsync(step.Sql, step.Values, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TursoException e) when (e.Kind == TursoErrorKind.UnknownOutcome && left > 1)
            {
                // Again: the id of the entry lets it in once.
            }
            catch (ConcurrencyConflictException e) when (e.InnerException is TursoException { Kind: TursoErrorKind.Unique })
            {
                // The id of the entry is taken, and by itself: an earlier request had done it, or the network doubled this one.
                return;
            }
        }
    }

    // A lost answer leaves open whether the commit was done. Its command id says it, and makes repeating it safe: of two, one fails.
    private async Task CommitSettledAsync(Step[] plan, CommandRecord record, CancellationToken cancellationToken)
    {
        TursoException? lost = null;
        for (var left = MostTries; ; left--)
        {
            try
            {
                await source.CommitAsync(plan, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TursoException e) when (e.Kind == TursoErrorKind.UnknownOutcome)
            {
                lost = e;
                Log.UnknownOutcome(logger, record.Command.ToString(), record.Name);
            }
            catch (ConcurrencyConflictException) when (lost is not null)
            {
                // It may be a conflict with itself: with what was done the first time.
                if (await IsDoneAsync(record, lost, cancellationToken).ConfigureAwait(false) is not { } done) throw lost;
                if (done) return;
                throw;
            }
            catch (TursoException) when (lost is not null)
            {
                // That this time nothing was done says nothing about the time before.
                throw lost;
            }

            if (await IsDoneAsync(record, lost, cancellationToken).ConfigureAwait(false) == true) return;
            if (left == 1) throw lost;
        }
    }

    // Null where the database cannot be asked.
    private async Task<bool?> IsDoneAsync(CommandRecord record, TursoException lost, CancellationToken cancellationToken)
    {
        try
        {
            var found = await source.ReadBehindWritersAsync(Find, [record.Tenant.Value, record.Command.Value], Read(record), cancellationToken).ConfigureAwait(false);
            if (found.Count == 0) return false;
            if (found[0] == record) return true;
        }
        catch (TursoException e)
        {
            lost.Data["could not be settled"] = e.Message;
            return null;
        }

        // Another call with the same command id was faster; whoever runs the command finds its answer.
        throw new ConcurrencyConflictException([new FactKey("command", record.Command.Value)], lost);
    }

    private static Func<Row, CommandRecord> Read(CommandRecord key) => Read(key.Tenant, key.Command);

    private static Func<Row, CommandRecord> Read(TenantId tenant, CommandId command) =>
        r => new CommandRecord(tenant, command, r.Text(0), r.Id<PersonId>(1), r.Text(2), r.Text(3), r.Instant(4));

    private void Measure(CommandRecord record, long started)
    {
        var took = Stopwatch.GetElapsedTime(started);
        TursoDiagnostics.CommitDuration.Record(took.TotalSeconds);
        if (took >= source.Options.SlowStatement.ToTimeSpan()) Log.SlowStatement(logger, took.TotalMilliseconds, record.Name);
    }
}
