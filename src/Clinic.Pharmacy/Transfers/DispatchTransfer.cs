using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Sends stock from one location towards another; it is counted in transit until it arrives.</summary>
public sealed record DispatchTransfer : PharmacyCommand<DispatchAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.dispatch-transfer";

    /// <summary>Where it leaves, at the site of the command.</summary>
    public required LocationId From { get; init; }

    /// <summary>Where it goes, at any site of the clinic.</summary>
    public required LocationId To { get; init; }

    /// <summary>What is sent, each presentation once.</summary>
    public required IReadOnlyList<PickLine> Lines { get; init; }

    /// <summary>How lots are chosen; null means first expiry first, all or nothing.</summary>
    public AllocationPolicy? Policy { get; init; }

    /// <summary>When it left; null means now.</summary>
    public Instant? Occurred { get; init; }

    /// <summary>Why; at most 200 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>The paper that goes with it; at most 60 characters.</summary>
    public string? Document { get; init; }

    /// <summary>The record on whose behalf it moves, such as <c>requisition/…</c>; what belongs to one moves only so. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }

    /// <summary>The owner's reservations from which this takes first, each with how much must leave until its rest is given free.</summary>
    internal IReadOnlyList<(Reservation Reservation, StockQuantity Enough)> Consuming { get; init; } = [];
}
