using Clinic.Abstractions;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Stock;

/// <summary>One line of the append-only ledger: magnitude and direction, never a negative quantity.</summary>
/// <remarks>Total order: occurred, recorded, sequence. A reversal keeps the kind, turns the direction and points at the original.</remarks>
public sealed record StockMovement
{
    /// <summary>The id.</summary>
    public required MovementId Id { get; init; }

    /// <summary>The posting it belongs to: all lines of one act.</summary>
    public required PostingId Posting { get; init; }

    /// <summary>The place in the posting, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Why stock moved.</summary>
    public required MovementKind Kind { get; init; }

    /// <summary>In or out of the location.</summary>
    public required MovementDirection Direction { get; init; }

    /// <summary>What moved.</summary>
    public required PresentationId Presentation { get; init; }

    /// <summary>Of which lot.</summary>
    public required LotId Lot { get; init; }

    /// <summary>At which location.</summary>
    public required LocationId Location { get; init; }

    /// <summary>How much; more than zero.</summary>
    public required StockQuantity Quantity { get; init; }

    /// <summary>What one base unit of the lot cost.</summary>
    public required UnitCost UnitCost { get; init; }

    /// <summary>When it happened.</summary>
    public required Instant Occurred { get; init; }

    /// <summary>When it was written down; not before it happened.</summary>
    public required Instant Recorded { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId Actor { get; init; }

    /// <summary>Why, in words or a code; at most 200 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>The paper behind it, such as an invoice number; at most 60 characters.</summary>
    public string? Document { get; init; }

    /// <summary>Who received an issue, or null.</summary>
    public IssueTarget? Target { get; init; }

    /// <summary>The serial number of the pack, when one was scanned; at most 20 characters.</summary>
    public string? Serial { get; init; }

    /// <summary>The transfer it belongs to, or null.</summary>
    public TransferId? Transfer { get; init; }

    /// <summary>The movement that this one reverses, or null.</summary>
    public MovementId? Reverses { get; init; }

    /// <summary>The issue from which this return came back, or null.</summary>
    public MovementId? Returns { get; init; }

    /// <summary>The store's tie-breaker of the total order; 0 before it is stored.</summary>
    public long Sequence { get; init; }

    /// <summary>The change of on hand: positive in, negative out.</summary>
    public StockQuantity Change => Direction == MovementDirection.In ? Quantity : -Quantity;

    /// <summary>The exact value that moved.</summary>
    public Money Value => UnitCost.ValueOf(Quantity);
}
