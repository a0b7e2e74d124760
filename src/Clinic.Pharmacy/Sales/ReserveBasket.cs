namespace Clinic.Pharmacy.Sales;

/// <summary>Keeps the stock of a whole basket aside for a while.</summary>
/// <param name="Sale">The basket.</param>
/// <param name="Version">The version that was read; null takes whatever is stored.</param>
public sealed record ReserveBasket(SaleId Sale, long? Version = null) : PharmacyCommand<BasketAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.reserve-basket";
}
