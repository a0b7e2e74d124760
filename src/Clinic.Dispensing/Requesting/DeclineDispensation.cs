namespace Clinic.Dispensing.Requesting;

/// <summary>Says no to a request.</summary>
public sealed record DeclineDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.decline";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
