using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Asks the issuer for invoices and credit notes that are due.</summary>
public sealed class InvoiceJob(Invoicing invoicing) : IClinicJob
{
    private const int PerRun = 100;

    /// <inheritdoc/>
    public string Name => "pharmacy.invoices";

    /// <inheritdoc/>
    public Duration Every => Duration.FromSeconds(30);

    /// <inheritdoc/>
    public Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken) => invoicing.RunDueAsync(tenant, PerRun, cancellationToken);
}
