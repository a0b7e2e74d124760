using System.Text.Json;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Replay, retry and refusal for any database behind <see cref="ICommitStore"/>.</summary>
public sealed class UnitOfWork : IUnitOfWork
{
    private static readonly AsyncLocal<bool> InsideBody = new();

    private readonly ICommitStore store;
    private readonly PayloadKeyRing keys;
    private readonly IClock clock;
    private readonly IIdGenerator ids;
    private readonly UnitOfWorkOptions options;

    /// <summary>Runs commands on a store.</summary>
    public UnitOfWork(ICommitStore store, PayloadKeyRing keys, IClock clock, IIdGenerator ids, UnitOfWorkOptions? options = null)
    {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
        this.options = options ?? new UnitOfWorkOptions();
        ArgumentOutOfRangeException.ThrowIfNotEqual(this.options.MaxAttempts is >= 1 and <= 100, true, nameof(UnitOfWorkOptions.MaxAttempts));
    }

    /// <inheritdoc/>
    public async Task<TAnswer> RunAsync<TAnswer>(
        CommandContext context,
        ICommand<TAnswer> command,
        Func<IUnit, CancellationToken, Task<TAnswer>> body,
        CancellationToken cancellationToken = default)
        where TAnswer : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(body);
        if (InsideBody.Value) throw new InvalidOperationException("RunAsync was called inside a body; use the Stage form, which joins the same commit.");
        try
        {
            return await RunUntilDoneAsync(context, command, body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IRuleViolation violation)
        {
            var refusal = AuditEntry.Refused(ids.Next(), context, command.Name, Now(), violation, HashOfRefused(context, command));
            try
            {
                await store.RecordRefusalAsync(refusal, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // Nothing was done, so the caller still hears why; that it was not audited goes along.
                e.Data["refusal not audited"] = failure.GetType().Name;
            }

            throw;
        }
    }

    private async Task<TAnswer> RunUntilDoneAsync<TAnswer>(
        CommandContext context,
        ICommand<TAnswer> command,
        Func<IUnit, CancellationToken, Task<TAnswer>> body,
        CancellationToken cancellationToken)
        where TAnswer : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            var done = await store.FindCommandAsync(context.Tenant, context.Command, cancellationToken).ConfigureAwait(false);
            if (done is not null) return Repeat(context, command, done);
            try
            {
                return await TryOnceAsync(context, command, body, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException) when (attempt < options.MaxAttempts)
            {
                await PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IRuleViolation)
            {
                // The same command may have been accepted while this one looked, and what it sees is its own doing.
                if (await store.FindCommandAsync(context.Tenant, context.Command, cancellationToken).ConfigureAwait(false) is { } accepted) return Repeat(context, command, accepted);
                throw;
            }
        }
    }

    private async Task<TAnswer> TryOnceAsync<TAnswer>(
        CommandContext context,
        ICommand<TAnswer> command,
        Func<IUnit, CancellationToken, Task<TAnswer>> body,
        CancellationToken cancellationToken)
        where TAnswer : notnull
    {
        var unit = store.Begin(context, command.Name, Now());
        TAnswer answer;
        InsideBody.Value = true;
        try
        {
            answer = await body(unit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            InsideBody.Value = false;
        }

        if (unit.HasWrites && unit.Audits.Count == 0)
            throw new InvalidOperationException($"The command {command.Name} staged writes without an audit entry; what cannot be audited does not happen.");
        var record = new CommandRecord(
            context.Tenant, context.Command, command.Name, context.Actor.Person,
            PayloadHasher.Of(context, command, keys), JsonSerializer.Serialize(answer, ClinicJson.Options), unit.Now);
        unit.CompleteAudits(record.PayloadHash, PayloadHasher.OfAnswer(record.AnswerJson, keys));
        await store.CommitAsync(unit, record, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    private TAnswer Repeat<TAnswer>(CommandContext context, ICommand<TAnswer> command, CommandRecord done)
        where TAnswer : notnull
    {
        var same = done.Actor == context.Actor.Person
            && string.Equals(done.PayloadHash, PayloadHasher.Of(context, command, keys, done.PayloadHash), StringComparison.Ordinal);
        if (!same) throw new ClinicRuleException(ClinicRules.CommandReused, ("command", context.Command));
        return JsonSerializer.Deserialize<TAnswer>(done.AnswerJson, ClinicJson.Options)
            ?? throw new InvalidOperationException($"The stored answer of the command {context.Command} cannot be read.");
    }

    // A refused command may hold what cannot be described; the refusal matters more than its hash.
    private string? HashOfRefused<TAnswer>(CommandContext context, ICommand<TAnswer> command)
    {
        try
        {
            return PayloadHasher.Of(context, command, keys);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private Instant Now() => clock.GetCurrentInstant().TruncateToMicroseconds();

    // Random pauses keep racers from meeting again at the same moment.
    private Task PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        var most = Math.Min(options.LongestPause.TotalMilliseconds, attempt * 2.0);
        return Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * most), cancellationToken);
    }
}
