using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Hands stock out.</summary>
/// <param name="From">Where the stock lies.</param>
/// <param name="Lines">What leaves, each presentation once; missing when a reservation says it.</param>
/// <param name="Reservation">The reservation whose stock leaves.</param>
/// <param name="Target">Who receives it.</param>
/// <param name="Policy">How lots are chosen; missing means first expiry first, all or nothing.</param>
/// <param name="Occurred">When it was handed out; missing means now.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The paper behind it.</param>
public sealed record IssueRequest(
    LocationId From, IReadOnlyList<PickLine>? Lines = null, ReservationId? Reservation = null, IssueTarget? Target = null, AllocationPolicy? Policy = null,
    Instant? Occurred = null, string? Reason = null, string? Document = null)
{
    internal IssueStock ToCommand() => new()
    {
        From = From,
        Lines = Lines ?? [],
        Reservation = Reservation,
        Target = Target,
        Policy = Policy,
        Occurred = Occurred,
        Reason = Reason,
        Document = Document,
    };
}

/// <summary>Takes back part of what was issued.</summary>
/// <param name="Issue">The posting that issued it.</param>
/// <param name="Lot">The lot that comes back.</param>
/// <param name="Quantity">How much.</param>
/// <param name="To">Where it is put.</param>
/// <param name="IsUnopened">Whether the packs are intact.</param>
/// <param name="Reason">Why.</param>
/// <param name="Occurred">When it came back; missing means now.</param>
public sealed record ReturnRequest(PostingId Issue, LotId Lot, Quantity Quantity, LocationId To, bool IsUnopened, string Reason, Instant? Occurred = null)
{
    internal ReturnStock ToCommand() => new()
    {
        Issue = Issue,
        Lot = Lot,
        Quantity = Quantity,
        To = To,
        IsUnopened = IsUnopened,
        Reason = Reason,
        Occurred = Occurred,
    };
}

/// <summary>Discards stock.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Location">Where it lies.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Kind">Why, as a code.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Document">The certificate or record behind it.</param>
/// <param name="Occurred">When it happened; missing means now.</param>
public sealed record WasteRequest(LotId Lot, LocationId Location, Quantity Quantity, WasteKind Kind, string Reason, string? Document = null, Instant? Occurred = null)
{
    internal WasteStock ToCommand() => new()
    {
        Lot = Lot,
        Location = Location,
        Quantity = Quantity,
        Kind = Kind,
        Reason = Reason,
        Document = Document,
        Occurred = Occurred,
    };
}

/// <summary>Corrects stock.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Location">Where it lies.</param>
/// <param name="Direction">More or less.</param>
/// <param name="Quantity">By how much.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The paper behind it.</param>
/// <param name="Occurred">When it happened; missing means now.</param>
public sealed record AdjustRequest(
    LotId Lot, LocationId Location, MovementDirection Direction, Quantity Quantity, string Reason, string? Document = null, Instant? Occurred = null)
{
    internal AdjustStock ToCommand() => new()
    {
        Lot = Lot,
        Location = Location,
        Direction = Direction,
        Quantity = Quantity,
        Reason = Reason,
        Document = Document,
        Occurred = Occurred,
    };
}

/// <summary>Writes down a physical count.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Location">Where it was counted.</param>
/// <param name="Counted">What was found, zero included.</param>
/// <param name="Reason">Why it differs.</param>
/// <param name="Occurred">When it was counted; missing means now.</param>
public sealed record CountRequest(LotId Lot, LocationId Location, Quantity Counted, string? Reason = null, Instant? Occurred = null)
{
    internal CountStock ToCommand() => new() { Lot = Lot, Location = Location, Counted = Counted, Reason = Reason, Occurred = Occurred };
}

/// <summary>Says why something is taken back or given free.</summary>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record ReasonRequest(string Reason);
