using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Clock;

/// <summary>Ends holds whose time has come, and gives their stock free.</summary>
public sealed class HoldExpiryJob(IDispensationStore dispensations, Deadlines deadlines, IClock clock, IIdGenerator ids)
    : DeadlineJob(DeadlineKind.Hold, dispensations, deadlines, clock, ids)
{
    /// <inheritdoc/>
    public override string Name => "dispensing.hold-expiry";
}
