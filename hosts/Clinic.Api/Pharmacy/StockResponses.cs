using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>What lies of a lot at a location; quantities are in the base unit of the presentation.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Status">The status of the lot.</param>
/// <param name="Location">Where it lies.</param>
/// <param name="OnHand">What is there.</param>
/// <param name="Reserved">What is kept aside of it.</param>
/// <param name="Available">On hand less reserved.</param>
/// <param name="UnitCost">What one base unit cost.</param>
/// <param name="Value">The exact value of what is there.</param>
public sealed record StockResponse(
    PresentationId Presentation, LotId Lot, LotNumber Number, ExpirationDate? Expiration, LotStatus Status, LocationId Location, StockQuantity OnHand,
    StockQuantity Reserved, StockQuantity Available, UnitCost UnitCost, Money Value)
{
    internal static StockResponse Of(LotStock s) => new(
        s.Lot.Presentation, s.Lot.Id, s.Lot.Number, s.Lot.Expiration, s.Lot.Status, s.Location, s.OnHand, s.Reserved, s.Available, s.Lot.UnitCost, s.Value);
}

/// <summary>Stock as it was, a page of it, with the value of all of it.</summary>
/// <param name="At">The instant asked about.</param>
/// <param name="KnownAt">As known at this instant; null means with all that is known now.</param>
/// <param name="Lines">What lay where, by presentation, lot and location; never zero.</param>
/// <param name="Values">The exact sums at lot cost over all pages, one per currency.</param>
/// <param name="Next">The mark to ask on with; null at the end.</param>
public sealed record AsOfResponse(Instant At, Instant? KnownAt, IReadOnlyList<LotBalance> Lines, IReadOnlyList<Money> Values, string? Next);

/// <summary>What all stock asked about was worth.</summary>
/// <param name="At">The instant asked about.</param>
/// <param name="KnownAt">As known at this instant; null means with all that is known now.</param>
/// <param name="Values">The exact sums at lot cost, one per currency.</param>
public sealed record ValueResponse(Instant At, Instant? KnownAt, IReadOnlyList<Money> Values);

/// <summary>How much of an issued line came back.</summary>
/// <param name="Movement">The line.</param>
/// <param name="Quantity">What came back and was not reversed.</param>
public sealed record ReturnedLine(MovementId Movement, StockQuantity Quantity);

/// <summary>The movements that one act wrote together.</summary>
/// <param name="Id">The id.</param>
/// <param name="Movements">The lines in order.</param>
/// <param name="Reversed">The lines that a reversal points at.</param>
/// <param name="Returned">What came back of issued lines.</param>
public sealed record PostingResponse(PostingId Id, IReadOnlyList<StockMovement> Movements, IReadOnlyList<MovementId> Reversed, IReadOnlyList<ReturnedLine> Returned)
{
    internal static PostingResponse Of(StockPosting p) => new(
        p.Id, p.Movements, [.. p.Movements.Select(m => m.Id).Where(p.Reversed.Contains)],
        [.. p.Movements.Where(m => p.Returned.ContainsKey(m.Id)).Select(m => new ReturnedLine(m.Id, p.Returned[m.Id]))]);
}
