namespace Clinic.Pharmacy.Sales;

/// <summary>Takes the money and hands the goods over.</summary>
/// <param name="Sale">The basket.</param>
/// <param name="Version">The version whose total the buyer agreed to.</param>
/// <param name="Payments">The payments; they sum to the total exactly.</param>
/// <param name="Buyer">In whose name the invoice is made out; null leaves it as the basket says.</param>
/// <param name="MailReceipt">Whether the receipt is mailed to the buyer, in this language: <c>es</c> or <c>en</c>; null for not.</param>
public sealed record CompleteSale(SaleId Sale, long Version, IReadOnlyList<Payment> Payments, Buyer? Buyer = null, string? MailReceipt = null)
    : PharmacyCommand<SaleAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.complete-sale";
}
