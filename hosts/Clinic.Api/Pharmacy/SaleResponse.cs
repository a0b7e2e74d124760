using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Stock;

namespace Clinic.Api.Pharmacy;

/// <summary>A sale; costs only for those who may see them.</summary>
/// <param name="Head">Everything but the lists.</param>
/// <param name="Total">What is to be paid, rounding included.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Payments">Payments and refunds.</param>
/// <param name="Returns">The returns.</param>
public sealed record SaleResponse(
    SaleHead Head, Money Total, IReadOnlyList<SaleLineResponse> Lines, IReadOnlyList<SalePayment> Payments, IReadOnlyList<SaleReturn> Returns)
{
    internal static SaleResponse Of(Sale sale, bool seesCosts) =>
        new(sale.Head, sale.Head.Total(), [.. sale.Lines.Select(l => SaleLineResponse.Of(l, seesCosts))], sale.Payments, sale.Returns);
}

/// <summary>One line of a sale.</summary>
/// <param name="Number">The place in the sale.</param>
/// <param name="Presentation">What is sold.</param>
/// <param name="Code">The clinic's code of it.</param>
/// <param name="Description">Its name.</param>
/// <param name="Quantity">How much, as asked.</param>
/// <param name="Stock">How much in the base unit.</param>
/// <param name="Controlled">The controlled class.</param>
/// <param name="Price">The price.</param>
/// <param name="Prescription">The prescription, where one is needed.</param>
/// <param name="Posting">The movements with which it left.</param>
/// <param name="Lots">The lots it left from.</param>
public sealed record SaleLineResponse(
    int Number, PresentationId Presentation, string Code, string Description, Quantity Quantity, StockQuantity Stock, ControlledClass Controlled, LinePrice Price,
    PrescriptionReference? Prescription, PostingId? Posting, IReadOnlyList<SaleLotResponse> Lots)
{
    internal static SaleLineResponse Of(SaleLine l, bool seesCosts) => new(
        l.Number, l.Presentation, l.Code, l.Description, l.Quantity, l.Stock, l.Controlled, l.Price, l.Prescription, l.Posting,
        [.. l.Parts.Select(p => new SaleLotResponse(p.Lot, p.Number, p.Expiration, p.Quantity, p.Returned, p.Total, seesCosts ? p.UnitCost : null))]);
}

/// <summary>What left of one lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Returned">How much came back.</param>
/// <param name="Total">Its share of the line's total.</param>
/// <param name="UnitCost">What one base unit cost; missing for those who may not see costs.</param>
public sealed record SaleLotResponse(
    LotId Lot, LotNumber Number, ExpirationDate? Expiration, StockQuantity Quantity, StockQuantity Returned, Money Total, UnitCost? UnitCost);
