namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>Has the receipt of a sale mailed to its buyer.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
public sealed record RequestReceipt(SaleId Sale, string Language = "es") : PharmacyCommand<SaleAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.request-receipt";
}
