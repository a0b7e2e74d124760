using NodaTime;

namespace Clinic.Abstractions.InMemory;

/// <summary>What one command changes in memory: writes that check and apply under the lock.</summary>
public sealed class InMemoryUnit : StagedUnit
{
    private readonly List<Action<InMemoryChanges>> writes = [];

    internal InMemoryUnit(CommandContext context, string commandName, Instant now, IIdGenerator ids)
        : base(context, commandName, now, ids)
    {
    }

    /// <inheritdoc/>
    public override bool HasWrites => writes.Count > 0;

    internal IReadOnlyList<Action<InMemoryChanges>> Writes => writes;

    /// <summary>The unit as one of ours.</summary>
    /// <exception cref="ArgumentException">The unit belongs to another adapter.</exception>
    public static InMemoryUnit Of(IUnit unit) =>
        unit as InMemoryUnit
        ?? throw new ArgumentException($"An in-memory store was given a unit of {unit?.GetType().Name ?? "nothing"}; all stores of a command must share one adapter.", nameof(unit));

    /// <summary>Stages a write: it runs at the commit, checks, changes, and says how to undo.</summary>
    /// <remarks>Throw <see cref="ConcurrencyConflictException"/> when a guard does not hold.</remarks>
    public void Stage(Action<InMemoryChanges> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        writes.Add(write);
    }
}
