using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Asks the issuer for invoices and credit notes of stays that are due.</summary>
public sealed class StayInvoiceJob(StayInvoicing invoicing) : IClinicJob
{
    private const int PerRun = 100;

    /// <inheritdoc/>
    public string Name => "emergency.invoices";

    /// <inheritdoc/>
    public Duration Every => Duration.FromSeconds(30);

    /// <inheritdoc/>
    public Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken) => invoicing.RunDueAsync(tenant, PerRun, cancellationToken);
}
