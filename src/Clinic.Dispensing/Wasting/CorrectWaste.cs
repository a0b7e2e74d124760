namespace Clinic.Dispensing.Wasting;

/// <summary>Takes a waste entry back by a reversing one; what is right is entered anew, before its own witness.</summary>
public sealed record CorrectWaste : DispensationCommand<WasteAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.correct-waste";

    /// <summary>The entry that was wrong.</summary>
    public required WasteId Waste { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
