using NodaTime;

namespace Clinic.Abstractions.InMemory;

/// <summary>All in-memory stores of one clinic installation: one lock, whole commits or nothing.</summary>
/// <remarks>For tests, demos and apps that need no database. Nothing survives the process.</remarks>
public sealed class InMemoryCoordinator : ICommitStore, IAuditLog
{
    private readonly Lock gate = new();
    private readonly IIdGenerator ids;
    private readonly Dictionary<(TenantId, FactKey), long> facts = [];
    private readonly Dictionary<(TenantId, CommandId), CommandRecord> commands = [];
    private readonly List<AuditEntry> audit = [];

    /// <summary>An empty installation.</summary>
    public InMemoryCoordinator(IIdGenerator ids)
    {
        this.ids = ids;
        Outbox = new InMemoryOutbox(this);
    }

    /// <summary>The events of all commits.</summary>
    public InMemoryOutbox Outbox { get; }

    /// <summary>All entries in the order of their commits; read under the lock.</summary>
    internal IReadOnlyList<AuditEntry> Audit => audit;

    /// <summary>Reads committed state under the lock; the function must copy what it returns.</summary>
    public T Read<T>(Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (gate) return read();
    }

    /// <inheritdoc/>
    public Task<CommandRecord?> FindCommandAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(() => commands.GetValueOrDefault((tenant, command))));
    }

    /// <inheritdoc/>
    public StagedUnit Begin(CommandContext context, string commandName, Instant now) => new InMemoryUnit(context, commandName, now, ids);

    /// <inheritdoc/>
    public Task CommitAsync(StagedUnit unit, CommandRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        cancellationToken.ThrowIfCancellationRequested();
        var mine = InMemoryUnit.Of(unit);
        lock (gate)
        {
            var changes = new InMemoryChanges(mine.Context.Tenant, facts);
            try
            {
                foreach (var (fact, version) in mine.Requirements) changes.RequireFact(fact, version);
                if (!commands.TryAdd((record.Tenant, record.Command), record))
                    throw new ConcurrencyConflictException([new FactKey("command", record.Command.Value)]);
                changes.OnUndo(() => commands.Remove((record.Tenant, record.Command)));
                foreach (var write in mine.Writes) write(changes);
            }
            catch
            {
                changes.Undo();
                throw;
            }

            audit.AddRange(mine.Audits);
            Outbox.Add(mine.Events);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RecordRefusalAsync(AuditEntry refusal, CancellationToken cancellationToken)
    {
        lock (gate) audit.Add(refusal);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Page<AuditEntry>> ListAsync(TenantId tenant, AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        cancellationToken.ThrowIfCancellationRequested();
        var found = Read(() => audit
            .Where(e => e.Tenant == tenant && Matches(e, query))
            .OrderByDescending(e => ClinicId.Text(e.Id), StringComparer.Ordinal)
            .Where(e => page.After is null || string.CompareOrdinal(ClinicId.Text(e.Id), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, e => ClinicId.Text(e.Id)));
    }

    private static bool Matches(AuditEntry e, AuditQuery q) =>
        (q.Subject is null || e.Subject == q.Subject)
        && (q.Actor is null || e.Actor == q.Actor)
        && (q.Outcome is null || e.Outcome == q.Outcome)
        && (q.From is null || e.At >= q.From)
        && (q.Until is null || e.At < q.Until);
}
