using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Closing;

/// <summary>The account of one delivered lot of a line, in the account unit of the product.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Issues">The hand-overs it came from.</param>
/// <param name="Delivered">What was handed over.</param>
/// <param name="Used">What was given, reversals taken off.</param>
/// <param name="Returned">What the pharmacy counted as returned.</param>
/// <param name="Wasted">What was discarded, overfill not counted.</param>
/// <param name="Booked">The unexplained difference that was booked: positive for loss, negative for surplus.</param>
/// <param name="PendingReturn">What was declared and not yet counted; part of what is outstanding.</param>
/// <param name="FirstDelivered">When the first of it was handed over.</param>
/// <param name="OpenedAt">When the container in use was opened; null when none is.</param>
/// <param name="OpenRest">What the container in use still holds.</param>
/// <param name="Overfill">What came out above the label, over all doses and waste; counts against nothing.</param>
public sealed record LotAccount(
    LotId Lot, string Number, LocalDate? Expiration, IReadOnlyList<LotIssue> Issues, decimal Delivered, decimal Used, decimal Returned, decimal Wasted,
    decimal Booked, decimal PendingReturn, Instant FirstDelivered, Instant? OpenedAt = null, decimal OpenRest = 0, decimal Overfill = 0)
{
    /// <summary>Delivered less used, returned, wasted and booked; below zero only under review.</summary>
    public decimal Outstanding => Delivered - Used - Returned - Wasted - Booked;

    /// <summary>What may still be returned or wasted: outstanding less what is already declared.</summary>
    public decimal Free => Outstanding - PendingReturn;
}
