using System.Diagnostics;

namespace Clinic.Benchmarks.Storage;

/// <summary>Measures several operations turn by turn in one run, so that a noisy machine disturbs all of them alike.</summary>
public static class Interleaved
{
    /// <summary>The median time of each operation in microseconds.</summary>
    public static async Task<double[]> MediansAsync(int warmUps, int rounds, params Func<Task>[] operations)
    {
        for (var i = 0; i < warmUps; i++)
        {
            foreach (var operation in operations) await operation();
        }

        var samples = operations.Select(_ => new double[rounds]).ToArray();
        for (var i = 0; i < rounds; i++)
        {
            for (var k = 0; k < operations.Length; k++)
            {
                var started = Stopwatch.GetTimestamp();
                await operations[k]();
                samples[k][i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            }
        }

        return [.. samples.Select(Median)];
    }

    private static double Median(double[] samples)
    {
        Array.Sort(samples);
        return samples[samples.Length / 2];
    }
}
