using Clinic.Abstractions;

namespace Clinic.Dispensing.Products;

/// <summary>Knows the products that may be dispensed; answered by the pharmacy.</summary>
public interface IProductCatalogue
{
    /// <summary>A product, or null when it is unknown or taken out of use.</summary>
    Task<DispensableProduct?> FindAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>Reads the text of a scanned code; null when it is no code of a product.</summary>
    Task<ScannedProduct?> ReadScanAsync(TenantId tenant, string scan, CancellationToken cancellationToken);
}
