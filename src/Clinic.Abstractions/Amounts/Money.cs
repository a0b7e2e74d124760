using System.Globalization;
using System.Text.Json.Serialization;

namespace Clinic.Abstractions;

/// <summary>An exact decimal amount in one currency; rounding is always asked for.</summary>
/// <param name="Amount">The amount, with as many decimals as it has.</param>
/// <param name="Currency">The currency; different currencies never add.</param>
[method: JsonConstructor]
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>The sum of two amounts of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + Same(left, right).Amount, left.Currency);

    /// <summary>The difference of two amounts of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - Same(left, right).Amount, left.Currency);

    /// <summary>The sum of two amounts of the same currency.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>The difference of two amounts of the same currency.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>The amount rounded as the policy says, to the decimals of the currency.</summary>
    public Money Round(RoundingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(policy.Round(Amount, Currency), Currency);
    }

    /// <summary>Splits a rounded amount by weights with the largest remainder; the parts sum to the amount.</summary>
    /// <param name="weights">One weight per part, none negative, at least one positive.</param>
    /// <exception cref="ArgumentException">The amount is finer than the currency, or the weights are not usable.</exception>
    public IReadOnlyList<Money> Split(IReadOnlyList<decimal> weights) => MoneySplit.ByLargestRemainder(this, weights);

    /// <summary>Invariant text such as <c>8820.00 USD</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount.ToString(Currency.Digits == 0 ? "0.########" : "0." + new string('0', Currency.Digits) + "########", CultureInfo.InvariantCulture)} {Currency}");

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency ? right : throw new CurrencyMismatchException(left.Currency, right.Currency);
}
