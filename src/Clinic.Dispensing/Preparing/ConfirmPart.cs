using Clinic.Abstractions;

namespace Clinic.Dispensing.Preparing;

/// <summary>Confirms that what lies on the table is what was kept aside: by a scan, or by eye.</summary>
public sealed record ConfirmPart : DispensationCommand<PreparationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.confirm-part";

    /// <summary>The line's number.</summary>
    public required int Line { get; init; }

    /// <summary>The text of the scanned code; null when confirmed by eye.</summary>
    public string? Scan { get; init; }

    /// <summary>The lot confirmed by eye; null with a scan.</summary>
    public LotId? Lot { get; init; }

    /// <summary>How much of the lot lies there, in base units; must be what is kept aside.</summary>
    public required decimal Quantity { get; init; }
}
