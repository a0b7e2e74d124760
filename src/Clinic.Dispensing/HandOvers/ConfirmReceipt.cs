namespace Clinic.Dispensing.HandOvers;

/// <summary>The recipient confirms what two people attested.</summary>
public sealed record ConfirmReceipt : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.confirm-receipt";

    /// <summary>The hand-over.</summary>
    public required HandOverId HandOver { get; init; }

    /// <summary>The recipient's proof.</summary>
    public required PersonProof Recipient { get; init; }

    /// <summary>The station, 1 to 100 characters.</summary>
    public required string Device { get; init; }
}
