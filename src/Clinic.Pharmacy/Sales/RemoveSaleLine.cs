namespace Clinic.Pharmacy.Sales;

/// <summary>Takes one line out of a basket.</summary>
/// <param name="Sale">The basket.</param>
/// <param name="Line">The number of the line.</param>
/// <param name="Version">The version that was read; null takes whatever is stored.</param>
public sealed record RemoveSaleLine(SaleId Sale, int Line, long? Version = null) : PharmacyCommand<BasketAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.remove-sale-line";
}
