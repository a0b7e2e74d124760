namespace Clinic.Pharmacy.Sales;

/// <summary>Takes one line out of a basket.</summary>
/// <param name="Sale">The basket.</param>
/// <param name="Line">The number of the line.</param>
public sealed record RemoveSaleLine(SaleId Sale, int Line) : PharmacyCommand<BasketAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.remove-sale-line";
}
