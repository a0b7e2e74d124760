using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Sends stock towards another location.</summary>
/// <param name="From">Where it leaves.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Lines">What is sent, each presentation once.</param>
/// <param name="Policy">How lots are chosen; missing means first expiry first, all or nothing.</param>
/// <param name="Occurred">When it left; missing means now.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The paper that goes with it.</param>
public sealed record DispatchRequest(
    LocationId From, LocationId To, IReadOnlyList<PickLine> Lines, AllocationPolicy? Policy = null, Instant? Occurred = null, string? Reason = null,
    string? Document = null)
{
    internal DispatchTransfer ToCommand() => new()
    {
        From = From,
        To = To,
        Lines = Lines,
        Policy = Policy,
        Occurred = Occurred,
        Reason = Reason,
        Document = Document,
    };
}

/// <summary>What arrived of a transfer.</summary>
/// <param name="Lots">What arrived of which lot; missing means everything on its way.</param>
/// <param name="Occurred">When it arrived; missing means now.</param>
public sealed record ArrivalRequest(IReadOnlyList<LotPick>? Lots = null, Instant? Occurred = null);

/// <summary>Moves part of a lot at once.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="From">Where it lies.</param>
/// <param name="To">Where it goes, at the same site.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Reason">Why.</param>
/// <param name="Occurred">When it happened; missing means now.</param>
public sealed record MoveRequest(LotId Lot, LocationId From, LocationId To, Quantity Quantity, string Reason, Instant? Occurred = null)
{
    internal MoveStock ToCommand() => new() { Lot = Lot, From = From, To = To, Quantity = Quantity, Reason = Reason, Occurred = Occurred };
}
