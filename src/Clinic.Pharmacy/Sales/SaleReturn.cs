using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>One coming back of goods, with its credit.</summary>
/// <param name="Number">The place among the returns of the sale, from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">Who took it back.</param>
/// <param name="Shift">The shift whose till paid it back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Lines">The credit lines.</param>
/// <param name="Rounding">The share of the sale's rounding, given back with the last goods; zero before.</param>
/// <param name="Total">What was paid back.</param>
/// <param name="CreditNote">The credit note; null when nothing was paid back.</param>
public sealed record SaleReturn(
    int Number, Instant At, PersonId By, ShiftId Shift, string Reason, IReadOnlyList<SaleReturnLine> Lines, Money Rounding, Money Total,
    InvoiceId? CreditNote);
