namespace Clinic.Dispensing.Closing;

/// <summary>Puts every difference under review, one ticket per lot.</summary>
public sealed record RaiseDiscrepancy : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.raise-discrepancy";

    /// <summary>What is known so far; 1 to 1,000 characters, or null.</summary>
    public string? Evidence { get; init; }
}
