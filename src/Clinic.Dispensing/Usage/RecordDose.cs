namespace Clinic.Dispensing.Usage;

/// <summary>Reports one dose; kept as reported even beyond what was delivered.</summary>
public sealed record RecordDose : DispensationCommand<DoseAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.record-dose";

    /// <summary>The dose.</summary>
    public required DoseData Dose { get; init; }
}
