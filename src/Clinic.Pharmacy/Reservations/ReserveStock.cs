using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Rights;
using NodaTime;

namespace Clinic.Pharmacy.Reservations;

/// <summary>Keeps stock aside for an owner until an instant.</summary>
public sealed record ReserveStock : PharmacyCommand<ReserveAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.reserve-stock";

    /// <summary>For what it is kept; 1 to 100 characters, such as <c>dispensation/…</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>Where the stock lies; must be a location to pick from.</summary>
    public required LocationId Location { get; init; }

    /// <summary>What is kept, by policy or chosen lots.</summary>
    public required PickLine Line { get; init; }

    /// <summary>When it runs out; after now.</summary>
    public required Instant Expires { get; init; }

    /// <summary>How lots are chosen; null means first expiry first, all or nothing.</summary>
    public AllocationPolicy? Policy { get; init; }

    /// <summary>The owner on whose behalf another domain keeps it aside; stock of its records moves only so. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }

    /// <summary>Active reservations of the same owner that this one replaces; their stock may be kept again. Never part of a request.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReservationId> Replacing { get; init; } = [];

    /// <summary>The right that is needed; another domain's own act where it hands out by its own rules.</summary>
    internal PharmacyAct Act { get; init; } = PharmacyAct.Reserve;
}
