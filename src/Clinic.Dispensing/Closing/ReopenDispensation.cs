namespace Clinic.Dispensing.Closing;

/// <summary>Opens closed books again; by a supervisor, within the clinic's limit.</summary>
public sealed record ReopenDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.reopen";

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
