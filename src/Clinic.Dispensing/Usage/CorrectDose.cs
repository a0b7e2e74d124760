namespace Clinic.Dispensing.Usage;

/// <summary>Takes a dose back by a reversing entry, and enters it anew where a replacement is given.</summary>
public sealed record CorrectDose : DispensationCommand<CorrectionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.correct-dose";

    /// <summary>The entry that was wrong.</summary>
    public required DoseId Dose { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>What is right; null when there was no dose.</summary>
    public DoseData? Replacement { get; init; }
}
