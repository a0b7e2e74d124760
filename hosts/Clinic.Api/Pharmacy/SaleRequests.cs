using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Shifts;

namespace Clinic.Api.Pharmacy;

/// <summary>Asks what a basket would cost.</summary>
/// <param name="Location">Where the stock would leave.</param>
/// <param name="Segment">Which prices hold.</param>
/// <param name="Lines">What is asked, each presentation once.</param>
/// <param name="Patient">The patient, for special prices.</param>
public sealed record QuoteBasketRequest(LocationId Location, PriceSegment Segment, IReadOnlyList<BasketLine> Lines, PatientId? Patient = null);

/// <summary>Begins an empty basket.</summary>
/// <param name="Location">Where the stock will leave.</param>
/// <param name="Segment">Which prices hold.</param>
/// <param name="Buyer">In whose name the invoice is made out; missing means nobody in particular.</param>
/// <param name="Patient">The patient who receives the medicines.</param>
/// <param name="Department">The department that receives them.</param>
public sealed record BeginSaleRequest(LocationId Location, PriceSegment Segment, Buyer? Buyer = null, PatientId? Patient = null, DepartmentId? Department = null);

/// <summary>Changes one line of a basket.</summary>
/// <param name="Quantity">How much.</param>
/// <param name="Prescription">The prescription, where one is needed.</param>
public sealed record ChangeSaleLineRequest(Quantity Quantity, PrescriptionReference? Prescription = null);

/// <summary>Takes the money and hands the goods over.</summary>
/// <param name="Payments">The payments; they sum to the total.</param>
/// <param name="Buyer">In whose name the invoice is made out; missing leaves it.</param>
/// <param name="MailReceipt">The language in which the receipt is mailed, es or en; missing for not.</param>
/// <param name="Version">The version whose total the buyer agreed to; or the header If-Match.</param>
public sealed record CompleteSaleRequest(IReadOnlyList<Payment> Payments, Buyer? Buyer = null, string? MailReceipt = null, long? Version = null);

/// <summary>A step that needs nothing but what it is about.</summary>
/// <param name="Version">The version that was read, or the header If-Match; missing takes whatever is stored.</param>
public sealed record SaleStepRequest(long? Version = null);

/// <summary>Takes a whole sale back.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version that was read; or the header If-Match.</param>
public sealed record CancelSaleRequest(string Reason, long? Version = null);

/// <summary>Takes goods of a sale back.</summary>
/// <param name="Goods">What comes back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Refunds">What is paid back by which kind; missing takes the kinds in the order of the payments.</param>
/// <param name="Version">The version that was read; or the header If-Match.</param>
public sealed record ReturnSaleRequest(IReadOnlyList<GoodsBack> Goods, string Reason, IReadOnlyList<Refund>? Refunds = null, long? Version = null);

/// <summary>Has a receipt mailed.</summary>
/// <param name="Language">es or en.</param>
public sealed record MailReceiptRequest(string Language = "es");

/// <summary>Opens the till of the person who asks.</summary>
/// <param name="Float">The cash in it.</param>
public sealed record OpenShiftRequest(Money Float);

/// <summary>Counts a till and signs it off.</summary>
/// <param name="Counted">What was counted per kind.</param>
/// <param name="Reason">Why it differs.</param>
public sealed record CloseShiftRequest(IReadOnlyList<CountedKind> Counted, string? Reason = null);

/// <summary>Which sales are asked for; every part that is missing takes all.</summary>
/// <param name="Status">In one status.</param>
/// <param name="Shift">Paid in one shift.</param>
/// <param name="Patient">For one patient.</param>
/// <param name="Cashier">By one cashier.</param>
/// <param name="Site">At one site.</param>
public readonly record struct SaleFilter(Word<SaleStatus>? Status, ShiftId? Shift, PatientId? Patient, PersonId? Cashier, SiteId? Site)
{
    internal SaleQuery Query => new(Status?.Value, Shift, Patient, Cashier, Site);
}
