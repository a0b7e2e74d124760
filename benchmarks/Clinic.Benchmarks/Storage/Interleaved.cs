using System.Diagnostics;

namespace Clinic.Benchmarks.Storage;

/// <summary>Measures several operations turn by turn in one run, so that a noisy machine disturbs all of them alike.</summary>
public static class Interleaved
{
    /// <summary>The median time of each operation in microseconds.</summary>
    public static async Task<double[]> MediansAsync(int warmUps, int rounds, params Func<Task>[] operations) =>
        [.. (await SamplesAsync(warmUps, rounds, operations)).Select(Median)];

    /// <summary>The times of each operation in microseconds, round by round.</summary>
    public static async Task<double[][]> SamplesAsync(int warmUps, int rounds, params Func<Task>[] operations)
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

        return samples;
    }

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return sorted[sorted.Length / 2];
    }
}
