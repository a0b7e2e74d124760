using Clinic.Dispensing.HandOvers;

namespace Clinic.Dispensing.Wasting;

/// <summary>Discards a remainder before a witness.</summary>
public sealed record RecordWaste : DispensationCommand<WasteAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.record-waste";

    /// <summary>What is discarded.</summary>
    public required WasteData Waste { get; init; }

    /// <summary>The witness's proof; null where none is needed or none was there.</summary>
    public PersonProof? Witness { get; init; }

    /// <summary>Why there was no witness though one is needed; raises a ticket. At most 200 characters.</summary>
    public string? WitnessMissing { get; init; }

    /// <summary>The station, 1 to 100 characters.</summary>
    public string Device { get; init; } = "station";
}
