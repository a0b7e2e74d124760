using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Pharmacy.Reports;

/// <summary>A document of a sale, as far as its sums are compared.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">Invoice or credit note.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsVoidWanted">Whether it is to be annulled.</param>
/// <param name="Total">What it charges or credits.</param>
public sealed record TracedInvoice(InvoiceId Id, InvoiceKind Kind, InvoiceStatus Status, bool IsVoidWanted, Money Total);
