using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Returning;

/// <summary>Takes back part of what was issued, into the same lot at the cost it left with.</summary>
public sealed record ReturnStock : PharmacyCommand<ReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.return-stock";

    /// <summary>The posting that issued it.</summary>
    public required PostingId Issue { get; init; }

    /// <summary>The lot that comes back.</summary>
    public required LotId Lot { get; init; }

    /// <summary>How much; at most what is still out.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Where it is put; a place that is not picked unless the goods are unopened and usable.</summary>
    public required LocationId To { get; init; }

    /// <summary>Whether the packs are intact.</summary>
    public required bool IsUnopened { get; init; }

    /// <summary>When it came back; null means now.</summary>
    public Instant? Occurred { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The owner on whose behalf another domain takes it back; stock of its records moves only so. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }

    /// <summary>The right that is needed; another domain's own act where it hands out by its own rules.</summary>
    internal PharmacyAct Act { get; init; } = PharmacyAct.Return;
}
