namespace Clinic.Dispensing.HandOvers;

/// <summary>Says that the rest of a partly handed over dispensation never will be; stock is given free.</summary>
public sealed record StopDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.stop";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
