using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>What went through a till by one kind of payment.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Taken">What came in.</param>
/// <param name="Refunded">What went back.</param>
/// <param name="Payments">How many payments and refunds.</param>
/// <param name="Counted">What was counted at the closing; null before it.</param>
/// <param name="Expected">What should be there at the closing, the float included for cash; null before it.</param>
public sealed record KindTotal(PaymentKind Kind, Money Taken, Money Refunded, int Payments, Money? Counted = null, Money? Expected = null)
{
    /// <summary>Counted less expected: below zero when money is missing; null before the closing.</summary>
    public Money? Difference => Counted is { } counted && Expected is { } expected ? counted - expected : null;
}
