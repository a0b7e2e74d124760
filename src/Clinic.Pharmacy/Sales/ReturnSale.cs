namespace Clinic.Pharmacy.Sales;

/// <summary>Takes part or all of the goods of a sale back and pays for them.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Goods">What comes back; each line and lot once.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Refunds">What is paid back by which kind, each once; null takes the kinds in the order of the payments.</param>
public sealed record ReturnSale(SaleId Sale, long Version, IReadOnlyList<GoodsBack> Goods, string Reason, IReadOnlyList<Refund>? Refunds = null)
    : PharmacyCommand<SaleAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.return-sale";
}
