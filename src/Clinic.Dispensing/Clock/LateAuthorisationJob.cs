using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Clock;

/// <summary>Raises a ticket about urgent hand-overs that nobody authorised in time.</summary>
public sealed class LateAuthorisationJob(IDispensationStore dispensations, Deadlines deadlines, IClock clock, IIdGenerator ids)
    : DeadlineJob(DeadlineKind.Authorisation, dispensations, deadlines, clock, ids)
{
    /// <inheritdoc/>
    public override string Name => "dispensing.late-authorisations";
}
