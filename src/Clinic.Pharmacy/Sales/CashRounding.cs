using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>Rounds a total paid in cash to the smallest coin, as an explicit line. Pure.</summary>
public static class CashRounding
{
    /// <summary>What is added to the total; half a coin goes away from zero, no step gives zero.</summary>
    public static Money Of(Money total, decimal? step)
    {
        if (step is not { } coin) return Money.Zero(total.Currency);
        var rounded = RoundingPolicy.HalfAwayFromZero.Round(total.Amount / coin, 0) * coin;
        return new(RoundingPolicy.HalfAwayFromZero.Round(rounded - total.Amount, total.Currency), total.Currency);
    }
}
