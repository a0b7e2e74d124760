namespace Clinic.Dispensing.Patterns;

/// <summary>Natural logarithms of probabilities in the far tail, where the probabilities themselves vanish.</summary>
internal static class Tail
{
    /// <summary>That a value of Student's distribution with 6 degrees of freedom is above t; exact.</summary>
    /// <remarks>Its heavy tail is the reason: people's habits stray further than a normal curve would let them.</remarks>
    public static double Student(double t)
    {
        if (double.IsNaN(t)) return 0;
        var root = Math.Sqrt((t * t) + 6);
        var rest = t > 0 ? 6 / ((root + t) * root) : 1 - (t / root);
        return Math.Log(rest * rest * rest * (20 - (15 * rest) + (3 * rest * rest)) / 16);
    }

    /// <summary>That at least k of n independent events fall into a group that each meets with probability q.</summary>
    public static double Binomial(long k, long n, double q)
    {
        if (k <= 0 || q >= 1) return 0;
        if (q <= 0) return double.NegativeInfinity;
        var term = LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k) + (k * Math.Log(q)) + ((n - k) * Math.Log(1 - q));
        var (sum, factor) = (1.0, 1.0);
        for (var i = k; i < n; i++)
        {
            factor *= (double)(n - i) / (i + 1) * q / (1 - q);
            sum += factor;
            if (factor < sum * 1e-15 && i > n * q) break;
        }

        return Math.Min(0, term + Math.Log(sum));
    }

    // Stirling's series is exact to 1e-10 from 10 on.
    private static double LogFactorial(long n)
    {
        if (n < 10)
        {
            var product = 1L;
            for (var i = 2L; i <= n; i++) product *= i;
            return Math.Log(product);
        }

        double x = n + 1;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x)) - (1 / (360 * x * x * x)) + (1 / (1260 * x * x * x * x * x));
    }
}
