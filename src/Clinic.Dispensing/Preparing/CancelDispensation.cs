namespace Clinic.Dispensing.Preparing;

/// <summary>Ends a preparation of which nothing was handed over; stock is given free.</summary>
public sealed record CancelDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.cancel";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
