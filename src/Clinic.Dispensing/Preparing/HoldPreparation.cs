using NodaTime;

namespace Clinic.Dispensing.Preparing;

/// <summary>Pauses a preparation; stock stays kept aside until the hold ends.</summary>
public sealed record HoldPreparation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.hold";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>When the hold ends; null means the clinic's usual time.</summary>
    public Instant? Until { get; init; }
}
