using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Invoices;

namespace Clinic.Pharmacy.Sales;

/// <summary>What a sale now says.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Total">What it cost, rounding included.</param>
/// <param name="Rounding">The explicit rounding.</param>
/// <param name="Change">What the buyer got back of the notes handed over.</param>
/// <param name="Credited">What was paid back so far, by this act included.</param>
/// <param name="Invoice">The invoice, or for a return its credit note; null when there is none.</param>
/// <param name="Version">The version now stored.</param>
public sealed record SaleAnswer(
    SaleId Sale, SaleStatus Status, Money Total, Money Rounding, Money Change, Money Credited, InvoiceId? Invoice, long Version);
