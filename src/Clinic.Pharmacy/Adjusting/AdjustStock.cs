using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Adjusting;

/// <summary>Corrects the stock of a lot by a signed amount with a reason.</summary>
public sealed record AdjustStock : PharmacyCommand<AdjustAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.adjust-stock";

    /// <summary>The lot.</summary>
    public required LotId Lot { get; init; }

    /// <summary>Where it lies.</summary>
    public required LocationId Location { get; init; }

    /// <summary>More or less.</summary>
    public required MovementDirection Direction { get; init; }

    /// <summary>By how much, in the base unit or a pack.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The paper behind it; at most 60 characters.</summary>
    public string? Document { get; init; }

    /// <summary>When it happened; null means now.</summary>
    public Instant? Occurred { get; init; }
}
