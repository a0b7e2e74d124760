using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Counting;

/// <summary>Writes down a physical count: the count itself and the signed difference.</summary>
public sealed record CountStock : PharmacyCommand<CountAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.count-stock";

    /// <summary>The lot.</summary>
    public required LotId Lot { get; init; }

    /// <summary>Where it was counted.</summary>
    public required LocationId Location { get; init; }

    /// <summary>What was found, zero included, in the base unit or a pack.</summary>
    public required Quantity Counted { get; init; }

    /// <summary>When it was counted; null means now.</summary>
    public Instant? Occurred { get; init; }

    /// <summary>Why it differs; at most 200 characters.</summary>
    public string? Reason { get; init; }
}
