using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Exact decimals as whole numbers over one denominator, so that rounding has no error of its own.</summary>
internal static class MinorUnits
{
    /// <summary>The most decimals an exact amount keeps, so that every denominator fits in 64 bits.</summary>
    public const int FinestScale = 15;

    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>Writes amounts times 3600 as numerators of minor units; answers the denominator.</summary>
    public static Int128 Numerators(ReadOnlySpan<Draft> drafts, int digits, Span<Int128> numerators)
    {
        var scale = digits;
        foreach (ref readonly var draft in drafts) scale = Math.Max(scale, draft.Exact.Scale);
        for (var i = 0; i < drafts.Length; i++)
        {
            ref readonly var exact = ref drafts[i].Exact;
            var raise = scale - exact.Scale;
            var mantissa = Mantissa(exact);
            if (raise == 0) numerators[i] = mantissa;
            else if (mantissa <= int.MaxValue && mantissa >= int.MinValue && raise <= 9) numerators[i] = (long)mantissa * Powers[raise];
            else numerators[i] = checked(mantissa * Power(raise));
        }

        return 3600 * Power(scale - digits);
    }

    /// <summary>An amount with no more decimals than the currency has, in minor units.</summary>
    public static long Of(decimal amount, int digits) => (long)(amount * (decimal)Power(digits));

    public static Money ToMoney(long units, Currency currency)
    {
        var size = (ulong)Math.Abs(units);
        return new(new decimal((int)(size & 0xFFFF_FFFF), (int)(size >> 32), 0, units < 0, (byte)currency.Digits), currency);
    }

    private static Int128 Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var size = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return bits[3] < 0 ? -(Int128)size : (Int128)size;
    }

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++) power = checked(power * 10);
        return power;
    }
}
