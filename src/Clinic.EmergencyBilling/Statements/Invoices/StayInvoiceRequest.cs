using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>What an issuer is asked for.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Invoice">The document; its id stays the same when it is asked for again.</param>
/// <param name="Corrects">The number of the invoice that a credit note takes back; null for invoices.</param>
public sealed record StayInvoiceRequest(TenantId Tenant, StayInvoiceSnapshot Invoice, string? Corrects);
