namespace Clinic.Pharmacy.Sales;

/// <summary>Keeps the stock of a whole basket aside for a while.</summary>
/// <param name="Sale">The basket.</param>
public sealed record ReserveBasket(SaleId Sale) : PharmacyCommand<BasketAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.reserve-basket";
}
