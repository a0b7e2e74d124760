namespace Clinic.Dispensing.Closing;

/// <summary>Nullifies a dispensation of which nothing was handed over; by a supervisor.</summary>
public sealed record MarkEnteredInError : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.mark-entered-in-error";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
