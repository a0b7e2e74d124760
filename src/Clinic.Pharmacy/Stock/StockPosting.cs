namespace Clinic.Pharmacy.Stock;

/// <summary>The movements that one act wrote together, with what has since been taken back of them.</summary>
/// <param name="Id">The id.</param>
/// <param name="Movements">The lines in order, at least one.</param>
/// <param name="Reversed">The lines that a reversal points at.</param>
/// <param name="Returned">Per issue line, how much came back and was not reversed; lines without returns are missing.</param>
public sealed record StockPosting(
    PostingId Id, IReadOnlyList<StockMovement> Movements, IReadOnlySet<MovementId> Reversed, IReadOnlyDictionary<MovementId, StockQuantity> Returned);
