using System.Globalization;

namespace Clinic.Benchmarks.Http;

/// <summary>How long hand-overs took over HTTP, and what they asked of the server of the database.</summary>
/// <param name="Where">Which storage, and how many clients.</param>
/// <param name="Milliseconds">Of each request that was done, as its sender saw it.</param>
/// <param name="Failed">How many were not done.</param>
/// <param name="Tallies">One for each request.</param>
internal sealed record HandOverFigures(string Where, IReadOnlyList<double> Milliseconds, int Failed, IReadOnlyList<TripTally> Tallies)
{
    public const string Header = """
        | hand-over over HTTP | requests | p50 ms | p95 ms | p99 ms | over 200 ms | failed | round trips of a request | attempts to commit | round trips of one |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
        """;

    /// <summary>The round trips of an attempt to commit, on average; one that finds the writer busy sends itself again.</summary>
    public double OfWrite => (double)Tallies.Sum(t => t.RoundTripsOfCommits) / Tallies.Sum(t => t.Commits);

    public override string ToString()
    {
        double[] sorted = [.. Milliseconds.Order()];
        var (trips, commits) = (Tallies.Average(t => t.RoundTrips), Tallies.Average(t => t.Commits));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Where} | {sorted.Length} | {At(sorted, 50):0.0} | {At(sorted, 95):0.0} | {At(sorted, 99):0.0} | {sorted.Count(m => m > 200)} | {Failed} | {trips:0.0} | {commits:0.00} | {OfWrite:0.00} |");
    }

    // The smallest that so many of a hundred do not exceed.
    private static double At(double[] sorted, int percent) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
}
