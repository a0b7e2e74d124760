using System.Text.Json.Serialization;
using Clinic.Pharmacy.Issuing;
using NodaTime;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Takes in what arrived of a transfer; what did not arrive stays in transit.</summary>
public sealed record ReceiveTransfer : PharmacyCommand<ArrivalAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.receive-transfer";

    /// <summary>The transfer.</summary>
    public required TransferId Transfer { get; init; }

    /// <summary>What arrived of which lot; null means everything that is on its way.</summary>
    public IReadOnlyList<LotPick>? Lots { get; init; }

    /// <summary>When it arrived; null means now.</summary>
    public Instant? Occurred { get; init; }

    /// <summary>The record on whose behalf it moves, such as <c>requisition/…</c>; what belongs to one moves only so. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }

    /// <summary>What arrived where, as the owner of the transfer judged it; instead of lots.</summary>
    internal IReadOnlyList<ArrivedLot>? Arrived { get; init; }
}
