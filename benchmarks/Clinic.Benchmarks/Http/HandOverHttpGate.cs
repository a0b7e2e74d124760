using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;

namespace Clinic.Benchmarks.Http;

/// <summary>Prints how long hand-overs take over HTTP; only the round trips of their write must hold, on any machine.</summary>
public sealed class HandOverHttpGate : IGate
{
    private const int Calls = 40;

    // Verifying a PIN is slow on purpose; this leaves what the API and the storage take.
    private const int QuickPins = 1_000;

    public string Name => "over HTTP";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Prints the longer measurement for the results: as shipped, and with PINs that are quick to verify.</summary>
    public static async Task PrintAsync(int calls)
    {
        foreach (var (iterations, speed) in new[] { (QuickPins, "quick to verify"), (new CredentialOptions().Iterations, "as shipped") })
        {
            Console.WriteLine($"PINs {speed}; the targets are p95 under 50 ms, and above 200 ms is slow:\n{HandOverFigures.Header}");
            foreach (var figures in await HandOverHttp.MeasureAsync(calls, iterations)) Console.WriteLine(figures);
        }
    }

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        var measured = await HandOverHttp.MeasureAsync(Calls, QuickPins);
        Console.WriteLine($"hand-over over HTTP, PINs quick to verify; the targets are p95 under 50 ms, and above 200 ms is slow:\n{HandOverFigures.Header}");
        foreach (var figures in measured) Console.WriteLine(figures);
        // With many clients a commit that finds the writer busy is sent again; one client has nobody to wait for.
        var alone = measured[1];
        return [new($"round trips of the write, {alone.Where}", alone.OfWrite > 0 ? alone.OfWrite : double.NaN, 1)];
    }
}
