namespace Clinic.Abstractions;

/// <summary>How amounts are rounded: explicit, never the platform's default.</summary>
/// <param name="Mode">What happens to a half; retail and tax in Latin America round it away from zero.</param>
public sealed record RoundingPolicy(MidpointRounding Mode)
{
    /// <summary>Half away from zero, the usual rule of retail and tax in Latin America.</summary>
    public static RoundingPolicy HalfAwayFromZero { get; } = new(MidpointRounding.AwayFromZero);

    /// <summary>Half to even, known as the banker's rule.</summary>
    public static RoundingPolicy HalfToEven { get; } = new(MidpointRounding.ToEven);

    /// <summary>The amount rounded to the decimals of the currency.</summary>
    public decimal Round(decimal amount, Currency currency) => Math.Round(amount, currency.Digits, Mode);

    /// <summary>The amount rounded to a number of decimals, 0 to 28.</summary>
    public decimal Round(decimal amount, int decimals) => Math.Round(amount, decimals, Mode);
}
