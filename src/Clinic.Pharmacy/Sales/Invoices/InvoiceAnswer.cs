namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>What an invoice now says.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">The version now stored.</param>
public sealed record InvoiceAnswer(InvoiceId Invoice, InvoiceStatus Status, long Version);
