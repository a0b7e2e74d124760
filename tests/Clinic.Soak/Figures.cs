using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Clinic.Soak;

/// <summary>How long each kind of work took and how it ended; one call is one try, with whatever the library repeats inside it.</summary>
internal sealed class Figures
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> good = [];
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, int>> bad = [];

    public async Task<T> TakeAsync<T>(string kind, Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await work();
            good.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return result;
        }
        catch (Exception e)
        {
            bad.GetOrAdd(kind, _ => []).AddOrUpdate(SoakClinic.NameOf(e), 1, (_, n) => n + 1);
            throw;
        }
    }

    public void Print()
    {
        Console.WriteLine("\n| work | calls | success | p50 ms | p95 ms | p99 ms | worst ms | errors |\n|---|---:|---:|---:|---:|---:|---:|---|");
        foreach (var kind in good.Keys.Union(bad.Keys).Order(StringComparer.Ordinal))
        {
            var times = good.GetValueOrDefault(kind, []).Order().ToList();
            var errors = bad.GetValueOrDefault(kind, []);
            var calls = times.Count + errors.Values.Sum();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {kind} | {calls} | {100.0 * times.Count / calls:F2} % | {At(times, 0.5):F1} | {At(times, 0.95):F1} | {At(times, 0.99):F1} | {At(times, 1):F0} | {string.Join(", ", errors.OrderByDescending(e => e.Value).Select(e => $"{e.Key} {e.Value}"))} |"));
        }

        Console.WriteLine();
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)(share * (sorted.Count - 1))];
}
