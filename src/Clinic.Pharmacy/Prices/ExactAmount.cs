using System.Numerics;

namespace Clinic.Pharmacy.Prices;

/// <summary>An exact fraction, so that a half cent is a half cent until the one rounding of a line.</summary>
internal readonly record struct ExactAmount
{
    private readonly BigInteger numerator;
    private readonly BigInteger divisor;

    private ExactAmount(BigInteger numerator, BigInteger divisor)
    {
        this.numerator = numerator;
        this.divisor = divisor;
    }

    // A default value is nothing over nothing; it means zero.
    private BigInteger Divisor => divisor.IsZero ? BigInteger.One : divisor;

    public static implicit operator ExactAmount(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var whole = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | new BigInteger((uint)bits[0]);
        return new(value < 0 ? -whole : whole, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static ExactAmount operator +(ExactAmount left, ExactAmount right) =>
        new(left.numerator * right.Divisor + right.numerator * left.Divisor, left.Divisor * right.Divisor);

    public static ExactAmount operator *(ExactAmount left, ExactAmount right) => new(left.numerator * right.numerator, left.Divisor * right.Divisor);

    public static ExactAmount operator /(ExactAmount left, ExactAmount right) =>
        right.numerator.Sign > 0 ? new(left.numerator * right.Divisor, left.Divisor * right.numerator) : throw new DivideByZeroException();

    public static bool operator <(ExactAmount left, ExactAmount right) => left.numerator * right.Divisor < right.numerator * left.Divisor;

    public static bool operator >(ExactAmount left, ExactAmount right) => right < left;

    /// <summary>Rounded to decimals; a half goes to the even neighbour or away from zero.</summary>
    public decimal Round(int decimals, MidpointRounding mode)
    {
        var scale = BigInteger.Pow(10, decimals);
        var whole = BigInteger.DivRem(BigInteger.Abs(numerator) * scale, Divisor, out var rest);
        var half = (rest * 2).CompareTo(Divisor);
        if (half > 0 || (half == 0 && (mode == MidpointRounding.AwayFromZero || !whole.IsEven))) whole++;
        return (decimal)(numerator.Sign < 0 ? -whole : whole) / (decimal)scale;
    }
}
