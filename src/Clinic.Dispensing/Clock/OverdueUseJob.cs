using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Clock;

/// <summary>Puts deliveries up for reconciliation whose time for use has passed.</summary>
public sealed class OverdueUseJob(IDispensationStore dispensations, Deadlines deadlines, IClock clock, IIdGenerator ids)
    : DeadlineJob(DeadlineKind.Use, dispensations, deadlines, clock, ids)
{
    /// <inheritdoc/>
    public override string Name => "dispensing.overdue-use";
}
