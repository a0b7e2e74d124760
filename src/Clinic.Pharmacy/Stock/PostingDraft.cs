using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Pharmacy.Stock;

/// <summary>A posting in the making: numbers the lines, stages each, and relies on each lot's version.</summary>
internal sealed class PostingDraft(IUnit unit, IStockStore stock, IIdGenerator ids, Instant occurred)
{
    private int lines;

    public PostingId Id { get; } = ids.Next<PostingId>();

    public Instant Occurred => occurred;

    public string? Reason { get; init; }

    public string? Document { get; init; }

    public Transfers.TransferId? Transfer { get; init; }

    /// <summary>Stages a line; the lot's status was judged, so the commit relies on it unless the lot is new.</summary>
    public StockMovement Add(
        MovementKind kind, MovementDirection direction, Lot lot, LocationId location, StockQuantity quantity,
        Func<StockMovement, StockMovement>? with = null, bool isNewLot = false)
    {
        var movement = new StockMovement
        {
            Id = ids.Next<MovementId>(),
            Posting = Id,
            Line = ++lines,
            Kind = kind,
            Direction = direction,
            Presentation = lot.Presentation,
            Lot = lot.Id,
            Location = location,
            Quantity = quantity,
            UnitCost = lot.UnitCost,
            Occurred = occurred,
            Recorded = unit.Now,
            Actor = unit.Context.Actor.Person,
            Reason = Reason,
            Document = Document,
            Transfer = Transfer,
        };
        if (with is not null) movement = with(movement);
        if (!isNewLot) unit.Require(lot.Fact, lot.Version);
        stock.Post(unit, movement);
        return movement;
    }
}
