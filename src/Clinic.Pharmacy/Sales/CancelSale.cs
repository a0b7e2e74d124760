namespace Clinic.Pharmacy.Sales;

/// <summary>Gives a basket up, or takes a whole sale back as a mistake.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record CancelSale(SaleId Sale, long Version, string Reason) : PharmacyCommand<SaleAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.cancel-sale";
}
