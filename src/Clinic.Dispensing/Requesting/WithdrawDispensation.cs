namespace Clinic.Dispensing.Requesting;

/// <summary>Takes a request back before its preparation; by requester or authoriser.</summary>
public sealed record WithdrawDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.withdraw";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
