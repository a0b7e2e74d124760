namespace Clinic.Dispensing.Preparing;

/// <summary>Takes what was ready back to preparation.</summary>
public sealed record ReopenPreparation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.reopen-preparation";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
