namespace Clinic.Pharmacy.Sales;

/// <summary>Puts one presentation into a basket.</summary>
/// <param name="Sale">The basket.</param>
/// <param name="Line">What and how much.</param>
public sealed record AddSaleLine(SaleId Sale, BasketLine Line) : PharmacyCommand<BasketAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.add-sale-line";
}
