using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Adjusting;

/// <summary>Discards stock of a lot; the only way out for expired goods.</summary>
public sealed record WasteStock : PharmacyCommand<AdjustAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.waste-stock";

    /// <summary>The lot.</summary>
    public required LotId Lot { get; init; }

    /// <summary>Where it lies.</summary>
    public required LocationId Location { get; init; }

    /// <summary>How much, in the base unit or a pack.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Why, as a code.</summary>
    public required WasteKind Kind { get; init; }

    /// <summary>Why, in words; 1 to 160 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The certificate or record behind it; at most 60 characters.</summary>
    public string? Document { get; init; }

    /// <summary>When it happened; null means now.</summary>
    public Instant? Occurred { get; init; }
}
