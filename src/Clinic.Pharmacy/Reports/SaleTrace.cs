using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;

namespace Clinic.Pharmacy.Reports;

/// <summary>A completed sale beside what the ledger and the invoices say of it.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Total">What was to be paid.</param>
/// <param name="Credited">What was paid back for returned goods.</param>
/// <param name="Sold">What is out by the sale, per lot, ordered by lot; nothing once it is cancelled.</param>
/// <param name="Ledger">What is out by the ledger, per lot, ordered by lot; never zero.</param>
/// <param name="Invoices">Its documents, ordered by id.</param>
public sealed record SaleTrace(
    SaleId Sale, SaleStatus Status, Money Total, Money Credited, IReadOnlyList<TracedLot> Sold, IReadOnlyList<TracedLot> Ledger,
    IReadOnlyList<TracedInvoice> Invoices);
