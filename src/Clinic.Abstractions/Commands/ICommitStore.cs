using NodaTime;

namespace Clinic.Abstractions;

/// <summary>What a database adapter implements, so that <see cref="UnitOfWork"/> can run commands on it.</summary>
/// <remarks>
/// Thread-safe. A commit is atomic: requirements, staged writes, audit, events and the command record, or nothing.
/// The command record's key is unique; a second one is a conflict, and so is every failed guard.
/// </remarks>
public interface ICommitStore
{
    /// <summary>The record of a command that was done, or null.</summary>
    Task<CommandRecord?> FindCommandAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken);

    /// <summary>A fresh unit of this adapter.</summary>
    StagedUnit Begin(CommandContext context, string commandName, Instant now);

    /// <summary>Commits a unit that <see cref="Begin"/> made, with the record of its command.</summary>
    /// <exception cref="ConcurrencyConflictException">A requirement, guard or unique key did not hold; nothing was written.</exception>
    Task CommitAsync(StagedUnit unit, CommandRecord record, CancellationToken cancellationToken);

    /// <summary>Writes a refusal to the audit, in a commit of its own.</summary>
    Task RecordRefusalAsync(AuditEntry refusal, CancellationToken cancellationToken);
}
