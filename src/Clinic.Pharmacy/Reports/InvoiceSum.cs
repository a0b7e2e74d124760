using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Pharmacy.Reports;

/// <summary>The documents of one segment, kind and state that were asked for in a period.</summary>
/// <param name="Segment">The segment of their sales.</param>
/// <param name="Kind">Invoices charge, credit notes credit.</param>
/// <param name="Status">Where they stand now.</param>
/// <param name="Count">How many.</param>
/// <param name="Total">Their sum, taxes included; a magnitude.</param>
public sealed record InvoiceSum(PriceSegment Segment, InvoiceKind Kind, InvoiceStatus Status, long Count, Money Total);
