using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Moves part of a lot at once to another location of the site, such as damaged goods to quarantine.</summary>
public sealed record MoveStock : PharmacyCommand<MoveAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.move-stock";

    /// <summary>The lot.</summary>
    public required LotId Lot { get; init; }

    /// <summary>Where it lies.</summary>
    public required LocationId From { get; init; }

    /// <summary>Where it goes; goods that may not be picked go only where nothing is picked.</summary>
    public required LocationId To { get; init; }

    /// <summary>How much, in the base unit or a pack.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>When it happened; null means now.</summary>
    public Instant? Occurred { get; init; }
}
