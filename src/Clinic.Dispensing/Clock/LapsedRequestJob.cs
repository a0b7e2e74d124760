using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Clock;

/// <summary>Cancels requests and authorisations whose validity passed.</summary>
public sealed class LapsedRequestJob(IDispensationStore dispensations, Deadlines deadlines, IClock clock, IIdGenerator ids)
    : DeadlineJob(DeadlineKind.Validity, dispensations, deadlines, clock, ids)
{
    /// <inheritdoc/>
    public override string Name => "dispensing.lapsed-requests";
}
