using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>What a line costs the buyer, as it was quoted and frozen.</summary>
/// <param name="Rule">Where the price comes from: list and version, or special price, as text.</param>
/// <param name="Unit">The price of one of what it is per.</param>
/// <param name="Per">What the price is for, such as <c>box</c>.</param>
/// <param name="Net">The amount before taxes, after discount, rounded.</param>
/// <param name="Discount">What was taken off.</param>
/// <param name="Taxes">The taxes per group.</param>
/// <param name="Total">Net and taxes.</param>
public sealed record LinePrice(
    string Rule, Money Unit, string Per, Money Net, Money Discount, IReadOnlyList<SaleTax> Taxes, Money Total)
{
    /// <summary>The taxes together.</summary>
    public Money Tax() => Taxes.Aggregate(Money.Zero(Net.Currency), (sum, t) => sum + t.Amount);

    /// <summary>Whether it is the same price by the same rule.</summary>
    public bool IsSameAs(LinePrice other) =>
        other is not null && Rule == other.Rule && Unit == other.Unit && Per == other.Per && Net == other.Net && Discount == other.Discount
        && Total == other.Total && Taxes.SequenceEqual(other.Taxes);
}
