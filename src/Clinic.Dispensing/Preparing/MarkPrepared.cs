using Clinic.Dispensing.HandOvers;

namespace Clinic.Dispensing.Preparing;

/// <summary>Says that everything is confirmed and ready for pick-up.</summary>
public sealed record MarkPrepared : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.mark-prepared";

    /// <summary>The checker's proof, where the class demands one.</summary>
    public PersonProof? Checker { get; init; }

    /// <summary>The station, 1 to 100 characters.</summary>
    public string Device { get; init; } = "station";
}
