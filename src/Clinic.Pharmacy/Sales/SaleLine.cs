using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>One presentation of a sale.</summary>
/// <param name="Number">The place in the sale; a removed one is not used again.</param>
/// <param name="Presentation">What is sold; once per sale.</param>
/// <param name="Code">The clinic's code of it.</param>
/// <param name="Description">Its name for people, as it was then.</param>
/// <param name="Quantity">How much, as it was asked.</param>
/// <param name="Stock">How much in the base unit.</param>
/// <param name="Controlled">The controlled class of the medicine.</param>
/// <param name="Price">The price, frozen at the completion.</param>
/// <param name="Prescription">The prescription, where one is needed.</param>
/// <param name="Reservation">The stock kept aside for it, or null.</param>
/// <param name="Posting">The movements with which it left; null in a basket.</param>
/// <param name="Parts">The lots it left from; empty in a basket.</param>
public sealed record SaleLine(
    int Number, PresentationId Presentation, string Code, string Description, Quantity Quantity, StockQuantity Stock, ControlledClass Controlled,
    LinePrice Price, PrescriptionReference? Prescription, ReservationId? Reservation, PostingId? Posting, IReadOnlyList<SalePart> Parts)
{
    /// <summary>The exact cost of the lots it left from.</summary>
    public Money Cost() => Parts.Aggregate(Money.Zero(Price.Net.Currency), (sum, p) => sum + p.Cost());

    /// <summary>How much of it came back.</summary>
    public StockQuantity Returned() => Parts.Aggregate(StockQuantity.Zero(Stock.Scale), (sum, p) => sum + p.Returned);
}
