using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Clock;

/// <summary>Does what time does to a dispensation whose deadline passed; by the system.</summary>
public sealed record PassDeadline : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.pass-deadline";

    /// <summary>Which deadline.</summary>
    public required DeadlineKind Kind { get; init; }
}
