namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Where a document stands after a command.</summary>
/// <param name="Invoice">The document.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">Its version; 0 when somebody else was quicker and nothing was written.</param>
public sealed record StayInvoiceAnswer(StayInvoiceId Invoice, StayInvoiceStatus Status, long Version);
