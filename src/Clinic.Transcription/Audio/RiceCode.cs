namespace Clinic.Transcription.Audio;

/// <summary>Small differences as few bits: Rice codes with a parameter for each stretch, and a way out for large ones.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9639#name-coded-residual"/>
internal static class RiceCode
{
    private const int Stretch = 256;
    private const int ParameterBits = 5;
    private const int HighestParameter = 30;

    // In place of a parameter: the whole stretch is zero.
    private const int Nothing = 31;

    // As many ones say that the number follows as it is.
    private const int Escape = 24;

    public static void Write(ref BitWriter bits, ReadOnlySpan<int> values)
    {
        for (var from = 0; from < values.Length && !bits.Full; from += Stretch)
        {
            var stretch = values.Slice(from, Math.Min(Stretch, values.Length - from));
            var parameter = stretch.ContainsAnyExcept(0) ? Parameter(stretch) : Nothing;
            bits.Write((uint)parameter, ParameterBits);
            if (parameter == Nothing) continue;
            foreach (var value in stretch) WriteOne(ref bits, Folded(value), parameter);
        }
    }

    public static void Read(ref BitReader bits, Span<int> values)
    {
        var parameter = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (i % Stretch == 0) parameter = (int)bits.Read(ParameterBits);
            if (parameter == Nothing)
            {
                values[i] = 0;
                continue;
            }

            var ones = bits.Ones(Escape);
            var folded = ones == Escape ? bits.Read(32) : ((uint)ones << parameter) | bits.Read(parameter);
            values[i] = (int)(folded >> 1) ^ -(int)(folded & 1);
        }
    }

    private static void WriteOne(ref BitWriter bits, uint folded, int parameter)
    {
        var ones = folded >> parameter;
        if (ones >= Escape)
        {
            bits.Write((1u << Escape) - 1, Escape);
            bits.Write(folded, 32);
            return;
        }

        bits.Write((1u << ((int)ones + 1)) - 2, (int)ones + 1);
        if (parameter > 0) bits.Write(folded, parameter);
    }

    // The one with the fewest bits among the neighbours of what the mean suggests.
    private static int Parameter(ReadOnlySpan<int> stretch)
    {
        var sum = 0L;
        foreach (var value in stretch) sum += Folded(value);
        var mean = (ulong)(sum / stretch.Length);
        var near = mean == 0 ? 0 : Math.Min(HighestParameter, 63 - System.Numerics.BitOperations.LeadingZeroCount(mean));
        var (best, fewest) = (near, long.MaxValue);
        for (var k = Math.Max(0, near - 1); k <= Math.Min(HighestParameter, near + 1); k++)
        {
            var cost = (long)stretch.Length * k;
            foreach (var value in stretch) cost += Math.Min(Folded(value) >> k, Escape + 32);
            if (cost < fewest) (best, fewest) = (k, cost);
        }

        return best;
    }

    private static uint Folded(int value) => ((uint)value << 1) ^ (uint)(value >> 31);
}
