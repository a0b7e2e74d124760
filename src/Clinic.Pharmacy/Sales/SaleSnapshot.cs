namespace Clinic.Pharmacy.Sales;

/// <summary>The whole state of a <see cref="Sale"/>, as stores keep it.</summary>
/// <param name="Head">Everything but the lists.</param>
/// <param name="Lines">The lines by number.</param>
/// <param name="Payments">Payments and refunds by number.</param>
/// <param name="Returns">The returns by number.</param>
public sealed record SaleSnapshot(
    SaleHead Head, IReadOnlyList<SaleLine> Lines, IReadOnlyList<SalePayment> Payments, IReadOnlyList<SaleReturn> Returns)
{
    /// <summary>The id only; the buyer is personal.</summary>
    public override string ToString() => Head.Id.ToString();
}
