using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>What one command changes in the database: an ordered list of guarded statements.</summary>
internal sealed class TursoUnit : StagedUnit
{
    private readonly List<Step> steps = [];

    public TursoUnit(CommandContext context, string commandName, Instant now, IIdGenerator ids)
        : base(context, commandName, now, ids)
    {
    }

    /// <inheritdoc/>
    public override bool HasWrites => steps.Count > 0;

    public IReadOnlyList<Step> Steps => steps;

    /// <summary>The tenant as the first value of every statement.</summary>
    public Guid Tenant => Context.Tenant.Value;

    /// <summary>The unit as one of ours.</summary>
    /// <exception cref="ArgumentException">The unit belongs to another adapter.</exception>
    public static TursoUnit Of(IUnit unit) =>
        unit as TursoUnit
        ?? throw new ArgumentException(
            $"A store of Clinic.Storage.Turso was given a unit of {unit?.GetType().Name ?? "nothing"}; all stores of a command must share one adapter.", nameof(unit));

    /// <summary>Stages a statement.</summary>
    public void Add(string sql, Guard guard, params SqlValue[] values) => steps.Add(new Step(sql, values, guard));
}
